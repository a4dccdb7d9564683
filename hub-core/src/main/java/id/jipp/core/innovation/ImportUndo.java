package id.jipp.core.innovation;

/**
 * What taking an import back did.
 *
 * @param withdrawn how many of its records were taken back, here and at the peers
 * @param kept how many stay because somebody changed, confirmed or retired them since
 */
public record ImportUndo(int withdrawn, int kept) {}
