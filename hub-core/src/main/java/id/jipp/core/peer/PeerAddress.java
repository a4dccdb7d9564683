package id.jipp.core.peer;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Where we are willing to call another hub. An address comes from a stranger's code, so it must not make this program
 * reach what only this machine or this network can (server-side request forgery).
 */
public final class PeerAddress {
    /** The path every hub answers other hubs at. */
    public static final String PATH = "/hub/sync";

    private static final int CHARS_MAX = 200;

    private PeerAddress() {}

    /** The sync address of a hub whose pages are at that address. */
    public static URI ofPublicUrl(URI publicUrl) {
        String scheme = "https".equals(publicUrl.getScheme()) ? "wss" : "ws";
        return URI.create(scheme + "://" + publicUrl.getRawAuthority() + PATH);
    }

    /** The pages of the hub that answers others at that address. */
    static URI publicUrlOf(URI address) {
        String scheme = "wss".equals(address.getScheme()) ? "https" : "http";
        return URI.create(scheme + "://" + address.getRawAuthority());
    }

    /**
     * Whether it has the form of an address we may call: {@code ws} or {@code wss}, a host, no user, query or fragment;
     * and names no machine of our own unless that is allowed. Does not look the host up.
     */
    public static boolean isAllowed(URI address, boolean privateAllowed) {
        String host = address.getHost();
        if (host == null || address.toString().length() > CHARS_MAX || address.getRawUserInfo() != null) {
            return false;
        }
        if (!"ws".equals(address.getScheme()) && !"wss".equals(address.getScheme())) {
            return false;
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            return false;
        }
        return privateAllowed || !namesOwnMachine(host.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether we may connect to what the host's name stands for now. Looks it up, so it may take seconds.
     *
     * @throws UnknownHostException if the name stands for nothing
     */
    public static boolean leadsOutside(URI address) throws UnknownHostException {
        for (InetAddress target : InetAddress.getAllByName(address.getHost())) {
            if (isPrivate(target)) {
                return false;
            }
        }
        return true;
    }

    private static boolean namesOwnMachine(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost") || host.endsWith(".local") || host.endsWith(".")) {
            return true;
        }
        boolean literal = host.startsWith("[") || host.matches("[0-9a-fx.]*[0-9]");
        if (!literal) {
            return false;
        }
        try {
            return isPrivate(InetAddress.getByName(host));
        } catch (UnknownHostException notAnAddress) {
            return true;
        }
    }

    private static boolean isPrivate(InetAddress target) {
        if (target.isLoopbackAddress()
                || target.isAnyLocalAddress()
                || target.isLinkLocalAddress()
                || target.isSiteLocalAddress()
                || target.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = target.getAddress();
        return switch (target) {
            // 100.64.0.0/10 (carrier-grade NAT, RFC 6598) and 0.0.0.0/8
            case Inet4Address four -> bytes[0] == 0 || bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
            // fc00::/7 (unique local, RFC 4193)
            case Inet6Address six -> (bytes[0] & 0xFE) == 0xFC;
            default -> true;
        };
    }
}
