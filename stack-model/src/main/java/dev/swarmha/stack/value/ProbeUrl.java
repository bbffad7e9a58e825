package dev.swarmha.stack.value;

import java.net.URI;
import java.util.Set;

/**
 * An address that a health check can ask: {@code http}, {@code https}, or {@code tcp} with a port.
 */
public final class ProbeUrl {

  private static final Set<String> WEB = Set.of("http", "https");
  private static final String TCP = "tcp";

  private ProbeUrl() {}

  /**
   * Reads an address.
   *
   * @throws ValueException when the text is none
   */
  public static URI parse(String text) {
    try {
      URI url = URI.create(text);
      boolean named = url.getHost() != null && url.getScheme() != null;
      if (named
          && (WEB.contains(url.getScheme())
              || (url.getScheme().equals(TCP) && url.getPort() > 0))) {
        return url;
      }
    } catch (IllegalArgumentException notAUrl) {
      throw invalid(text);
    }
    throw invalid(text);
  }

  private static ValueException invalid(String text) {
    return new ValueException(
        "\"" + text + "\" is not an address that can be asked",
        "such as http://localhost:8080/health or tcp://localhost:5432");
  }
}
