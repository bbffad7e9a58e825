package dev.swarmha.engine.docker.endpoint;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Reads {@code --host} and {@code DOCKER_HOST} as the docker CLI does ({@code opts/hosts.go}): no
 * scheme means tcp, and what an address leaves out is filled in.
 */
final class HostAddress {

  static final String DEFAULT_SOCKET = "/var/run/docker.sock";
  private static final String DEFAULT_TCP_HOST = "localhost";
  private static final int DEFAULT_TCP_PORT = 2375;

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
      case "ssh" -> ssh(rest);
      case "npipe" ->
          throw new EndpointException(
              scheme + ":// endpoints are not supported yet: " + text + " (" + how + ")");
      default ->
          throw new EndpointException(
              "no endpoint: "
                  + text
                  + " ("
                  + how
                  + "); use unix:///PATH, tcp://HOST:PORT or ssh://[USER@]HOST[:PORT]");
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

  private URI ssh(String address) {
    try {
      return SshTarget.read(address).uri();
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private URI tcp(String address) {
    int slash = address.indexOf('/');
    String authority = slash < 0 ? address : address.substring(0, slash);
    String path = slash < 0 ? "" : address.substring(slash);
    URI uri;
    try {
      uri = new URI("tcp://" + withHost(authority) + (path.equals("/") ? "" : path));
    } catch (URISyntaxException e) {
      throw wrong(e.getReason());
    }
    if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null) {
      throw wrong("it must look like tcp://HOST:PORT");
    }
    // Like the docker CLI, 2375 also where TLS is on: the port never depends on the certificates.
    return uri.getPort() >= 0
        ? uri
        : URI.create("tcp://" + uri.getHost() + ":" + DEFAULT_TCP_PORT + uri.getRawPath());
  }

  private static String withHost(String authority) {
    boolean portAlone =
        authority.isEmpty() || (authority.startsWith(":") && !authority.contains("::"));
    if (portAlone) {
      return DEFAULT_TCP_HOST + authority;
    }
    boolean bareIpv6 =
        !authority.startsWith("[") && authority.indexOf(':') != authority.lastIndexOf(':');
    return bareIpv6 ? "[" + authority + "]" : authority;
  }

  private EndpointException wrong(String reason) {
    return new EndpointException("no endpoint: " + text + " (" + how + "): " + reason);
  }
}
