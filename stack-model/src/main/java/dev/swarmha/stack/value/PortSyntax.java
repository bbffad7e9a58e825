package dev.swarmha.stack.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The short form of a port, {@code [IP:][PUBLISHED:]TARGET[/PROTOCOL]} with ranges, as docker's
 * go-connections library reads it.
 */
public final class PortSyntax {

  /** One port of a short form, which may stand for many. */
  public record Entry(int target, OptionalInt published, String protocol) {}

  /** A first and a last port. */
  private record Range(int first, int last) {
    int size() {
      return last - first + 1;
    }
  }

  /** A short form: its ports, and the address that Swarm will not heed, if one was given. */
  public static final class Ports {
    private final Range inside;
    private final Optional<Range> outside;
    private final String protocol;
    private final String address;

    private Ports(Range inside, Optional<Range> outside, String protocol, String address) {
      this.inside = inside;
      this.outside = outside;
      this.protocol = protocol;
      this.address = address;
    }

    /** How many ports it stands for. */
    public int size() {
      return Math.max(inside.size(), outside.map(Range::size).orElse(1));
    }

    public Optional<String> address() {
      return address.isEmpty() ? Optional.empty() : Optional.of(address);
    }

    /** Each port by itself. */
    public List<Entry> entries() {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < size(); i++) {
        int target = inside.size() == 1 ? inside.first : inside.first + i;
        int published = outside.isPresent() ? outside.get().first + i : 0;
        OptionalInt shown = published == 0 ? OptionalInt.empty() : OptionalInt.of(published);
        entries.add(new Entry(target, shown, protocol));
      }
      // The CLI collects them in a map and sorts its keys as text: 100 comes before 99.
      entries.sort(
          Comparator.comparing((Entry entry) -> entry.target + "/" + entry.protocol)
              .thenComparing(entry -> entry.published.orElse(0)));
      return entries;
    }
  }

  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
  private static final int HIGHEST = 65_535;

  private PortSyntax() {}

  /**
   * Reads a short form.
   *
   * @throws ValueException when the text is none
   */
  public static Ports parse(String text) {
    int lastColon = text.lastIndexOf(':');
    int middle = lastColon < 0 ? -1 : text.lastIndexOf(':', lastColon - 1);
    String address = address(middle < 0 ? "" : text.substring(0, middle), text);
    String published = lastColon < 0 ? "" : text.substring(middle + 1, lastColon);
    String[] target = text.substring(lastColon + 1).split("/", -1);
    String protocol = protocol(target, text);
    Range inside = range(target[0], text);
    Optional<Range> outside =
        published.isEmpty() ? Optional.empty() : Optional.of(range(published, text));
    if (outside.isPresent() && inside.size() > 1 && outside.get().size() != inside.size()) {
      throw invalid(text, "the two ranges differ in length");
    }
    return new Ports(inside, outside, protocol, address);
  }

  private static String address(String raw, String text) {
    boolean bracketed = raw.startsWith("[") && raw.endsWith("]");
    String address = bracketed ? raw.substring(1, raw.length() - 1) : raw;
    if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
      throw invalid(text, "\"" + address + "\" is not an IP address");
    }
    return address;
  }

  private static String protocol(String[] target, String text) {
    String protocol =
        target.length == 1 || target[1].isEmpty() ? "tcp" : target[1].toLowerCase(Locale.ROOT);
    if (!PROTOCOLS.contains(protocol)) {
      throw invalid(text, "the protocol must be tcp, udp or sctp");
    }
    return protocol;
  }

  private static Range range(String range, String text) {
    String[] ends = range.split("-", 2);
    int first = port(ends[0], text);
    int last = ends.length == 1 ? first : port(ends[1], text);
    if (last < first) {
      throw invalid(text, "a range must not end before it begins");
    }
    return new Range(first, last);
  }

  private static int port(String digits, String text) {
    int port = digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
    if (port < 0 || port > HIGHEST) {
      throw invalid(text, "a port is a number from 0 to 65535");
    }
    return port;
  }

  private static ValueException invalid(String text, String why) {
    return new ValueException("\"" + text + "\" is not a port: " + why, "such as \"8080:80\"");
  }
}
