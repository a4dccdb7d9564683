package id.jipp.core.peer;

import id.jipp.core.area.AreaCode;
import id.jipp.core.log.HubId;

/** This hub as it presents itself. {@code words} are the four words of its own key. */
public record HubCard(HubId hub, String name, AreaCode area, byte[] publicKey, String words) {}
