package dev.swarmha.engine.docker.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Reads {@code --host} and {@code DOCKER_HOST} as the docker CLI does ({@code opts/hosts.go}): no
 * scheme means tcp, and what an address leaves out is filled in.
 */
final class HostAddress {

  static final String DEFAULT_SOCKET = "/var/run/docker.sock";
  private static final String DEFAULT_TCP_HOST = "localhost";
  private static final int DEFAULT_TCP_PORT = 2375;
  private static final Pattern BARE_IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*:[^\\]]*");

  private final String text;
  private final String how;

  HostAddress(String text, String how) {
    this.text = text.strip();
    this.how = how;
  }

  URI uri() {
    int separator = text.indexOf("://");
    String scheme = separator < 0 ? "tcp" : text.substring(0, separator);
    String rest = separator < 0 ? text : text.substring(separator + 3);
    return switch (scheme) {
      case "unix" -> unix(rest);
      case "tcp" -> tcp(rest);
      case "ssh", "npipe" ->
          throw new EndpointException(
              scheme + ":// endpoints are not supported yet: " + text + " (" + how + ")");
      default ->
          throw new EndpointException(
              "no endpoint: " + text + " (" + how + "); use unix:///PATH or tcp://HOST:PORT");
    };
  }

  private URI unix(String path) {
    String socket = path.isEmpty() ? DEFAULT_SOCKET : path;
    if (!socket.startsWith("/")) {
      throw wrong("the socket's path must be absolute, as in unix:///" + socket);
    }
    try {
      return new URI("unix", "", socket, null);
    } catch (URISyntaxException e) {
      throw wrong(e.getReason());
    }
  }

  private URI tcp(String address) {
    if (BARE_IPV6.matcher(address).matches()) {
      throw wrong("an IPv6 address stands in brackets, as in tcp://[::1]:2375");
    }
    URI uri;
    try {
      uri = new URI("tcp://" + (address.isEmpty() ? DEFAULT_TCP_HOST : address));
    } catch (URISyntaxException e) {
      throw wrong(e.getReason());
    }
    if (uri.getHost() == null && !address.startsWith(":")) {
      throw wrong("it names no host");
    }
    return withDefaults(uri);
  }

  private URI withDefaults(URI uri) {
    boolean portAlone = uri.getHost() == null;
    URI named =
        portAlone
            ? URI.create("tcp://" + DEFAULT_TCP_HOST + text.substring(text.lastIndexOf(':')))
            : uri;
    if (named.getUserInfo() != null || named.getQuery() != null || named.getFragment() != null) {
      throw wrong("only a host, a port and a path may stand in it");
    }
    // Like the docker CLI, 2375 also where TLS is on: the port never depends on the certificates.
    int port = named.getPort() < 0 ? DEFAULT_TCP_PORT : named.getPort();
    String path = named.getRawPath().equals("/") ? "" : named.getRawPath();
    return URI.create("tcp://" + named.getHost() + ":" + port + path);
  }

  private EndpointException wrong(String reason) {
    return new EndpointException("no endpoint: " + text + " (" + how + "): " + reason);
  }
}
