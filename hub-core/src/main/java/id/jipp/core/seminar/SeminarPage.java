package id.jipp.core.seminar;

import id.jipp.core.log.HubId;
import java.util.List;
import java.util.Map;

/**
 * One page of a list, the latest first.
 *
 * @param total how many match in all
 * @param years how many of all that match begin in each year, the latest first
 * @param hubs how many of all that match each hub holds
 */
public record SeminarPage(List<Seminar> items, long total, Map<Integer, Long> years, Map<HubId, Long> hubs) {}
