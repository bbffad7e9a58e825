package dev.swarmha.engine.docker.endpoint;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom the ssh client is to call, and which socket the Engine has there. Every part ends on a
 * command line, here or on the other machine, so each may hold only what no shell and no option
 * parser gives a meaning to.
 *
 * @param user empty for whom {@code ~/.ssh/config} or this machine's login names
 * @param host a name, an address, or a {@code Host} of {@code ~/.ssh/config}
 * @param port empty for what {@code ~/.ssh/config} says, or else 22
 * @param socket the absolute path of the Engine's socket; empty for what the docker CLI over there
 *     takes by default
 */
public record SshTarget(
    Optional<String> user, String host, Optional<Integer> port, Optional<String> socket) {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?<user>[^/]*)@)?(?<host>\\[[^]/]*]|[^:/]*)(?::(?<port>[0-9]*))?(?<path>/.*)?");
  private static final Pattern USER = Pattern.compile("[\\p{L}\\d_][\\p{L}\\d_.+@\\\\-]*");
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\d_:][\\p{L}\\d_.:%-]*");
  private static final Pattern SOCKET = Pattern.compile("/[\\p{L}\\d_./+@,:=-]+");
  private static final int LAST_PORT = 65535;

  public SshTarget {
    requireNonNull(user, "user");
    requireNonNull(host, "host");
    requireNonNull(port, "port");
    requireNonNull(socket, "socket");
    user.ifPresent(name -> require(USER, name, "no user name that ssh can be given"));
    require(HOST, host, "no host name that ssh can be given");
    socket.ifPresent(path -> require(SOCKET, path, "no socket path that can be passed on"));
    if (port.isPresent() && (port.get() < 1 || port.get() > LAST_PORT)) {
      throw new IllegalArgumentException("no port: " + port.get());
    }
  }

  /**
   * Reads what stands behind {@code ssh://}.
   *
   * @throws IllegalArgumentException when a part of it cannot be used; the message is for people
   */
  static SshTarget read(String address) {
    Matcher matcher = ADDRESS.matcher(address);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("it must look like ssh://[USER@]HOST[:PORT][/SOCKET]");
    }
    Optional<String> user = Optional.ofNullable(matcher.group("user"));
    if (user.filter(name -> name.contains(":")).isPresent()) {
      throw new IllegalArgumentException("ssh takes no password from here; use keys or an agent");
    }
    String host = matcher.group("host");
    return new SshTarget(
        user,
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        Optional.ofNullable(matcher.group("port")).map(SshTarget::port),
        Optional.ofNullable(matcher.group("path")).filter(path -> !path.equals("/")));
  }

  /** The target of an endpoint whose scheme is {@code ssh}. */
  public static SshTarget of(URI uri) {
    return read(uri.getSchemeSpecificPart().substring("//".length()));
  }

  private static Integer port(String digits) {
    try {
      return Integer.valueOf(digits);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("no port: " + digits, wrong);
    }
  }

  private static void require(Pattern form, String text, String otherwise) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(otherwise + ": '" + text + "'");
    }
  }

  /** The address as {@code ssh://} has it. */
  URI uri() {
    String there = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(
        "ssh://"
            + user.map(name -> name.replace("\\", "%5C") + "@").orElse("")
            + there
            + port.map(number -> ":" + number).orElse("")
            + socket.orElse(""));
  }
}
