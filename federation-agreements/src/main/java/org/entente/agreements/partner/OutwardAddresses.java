package org.entente.agreements.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Which addresses we call because somebody else named them. None of them may lead into our own network (server-side request
 * forgery, CWE-918). The check comes right before each call, and the JDK keeps a resolved name for 30 seconds, so that the
 * call goes to the address that was checked. Should a name change in the moment between, the call is still a TLS handshake
 * with whoever has a certificate for that name, and nothing of it reaches anybody else.
 */
@ApplicationScoped
public class OutwardAddresses {
    private final boolean inwardAllowed;

    @Inject
    OutwardAddresses(PartnersConfig config) {
        this(config.inwardAllowed());
    }

    public OutwardAddresses(boolean inwardAllowed) {
        this.inwardAllowed = inwardAllowed;
    }

    /** Why this address must not be called, in a sentence, or nothing. */
    public Optional<String> refusal(URI address) {
        if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return Optional.of(address + " is not the plain address of a server");
        }
        if (inwardAllowed) {
            return isWeb(address) ? Optional.empty() : Optional.of(address + " is not an address of the web");
        }
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            return Optional.of(address + " is not an https address");
        }
        return leadsInward(address.getHost())
                ? Optional.of(address.getHost() + " is an address inside a network, not on the internet")
                : Optional.empty();
    }

    private static boolean isWeb(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
    }

    /** One inward address among several is enough. A name that nobody knows leads nowhere, and the call itself says so. */
    private static boolean leadsInward(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(OutwardAddresses::isInward);
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    static boolean isInward(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        return address instanceof Inet6Address six ? isInwardSix(six.getAddress()) : isInwardFour(address.getAddress());
    }

    /** What RFC 6890 reserves beyond what the JDK knows. */
    private static boolean isInwardFour(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        int second = Byte.toUnsignedInt(bytes[1]);
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second == 18 || second == 19));
    }

    /**
     * Unique local addresses (RFC 4193), a translator's own network (RFC 8215), Teredo, which hides an IPv4 address (RFC
     * 4380), and IPv4 addresses in their old IPv6 form (RFC 4291 section 2.5.5.1), behind a translator (RFC 6052) or behind
     * a 6to4 relay (RFC 3056).
     */
    private static boolean isInwardSix(byte[] bytes) {
        String digits = HexFormat.of().formatHex(bytes);
        if ((bytes[0] & 0xfe) == 0xfc || digits.startsWith("0064ff9b0001") || digits.startsWith("20010000")) {
            return true;
        }
        if (digits.startsWith("000000000000000000000000") || digits.startsWith("0064ff9b0000000000000000")) {
            return isInward(four(bytes, 12));
        }
        return digits.startsWith("2002") && isInward(four(bytes, 2));
    }

    private static InetAddress four(byte[] bytes, int at) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Four bytes are an address", impossible);
        }
    }
}
