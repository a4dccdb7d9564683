package id.jipp.sync.simulation;

import id.jipp.core.log.AuthorKeys;
import id.jipp.core.log.HubLog;
import id.jipp.core.log.Signer;
import java.time.Clock;

/** Where a hub's log lies: what of it is there after the power went. */
interface Disk {
    HubLog open(Signer signer, AuthorKeys keys, Clock clock);

    /** The power goes in the middle of that write from now; how it ends, nobody is told. */
    void cutAt(int write);

    void cut();

    boolean isDark();

    void powerUp();

    /** A backup of what is on it now. */
    Disk copy();
}
