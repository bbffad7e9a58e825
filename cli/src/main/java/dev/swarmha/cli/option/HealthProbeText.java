package dev.swarmha.cli.option;

import dev.swarmha.deploy.plan.HealthTarget.Expectation;
import dev.swarmha.engine.probe.TrustedAuthority;
import dev.swarmha.wait.probe.HealthCheck;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The address of a health probe: {@code http://…} and {@code https://…} to get, {@code
 * tcp://HOST:PORT} to connect to.
 */
public record HealthProbeText(URI address) {

  /** Checks of these addresses with every default. */
  public static List<HealthCheck> checks(
      List<HealthProbeText> addresses, Optional<TrustedAuthority> authority) {
    Expectation usual = Expectation.DEFAULT;
    Expectation expectation =
        new Expectation(
            usual.status(),
            usual.contains(),
            authority,
            usual.passes(),
            usual.retries(),
            usual.interval(),
            usual.timeout());
    return addresses.stream().map(text -> expectation.at(text.address())).toList();
  }

  /** Reads addresses, and refuses those that nothing could be asked at. */
  public static final class Converter implements ITypeConverter<HealthProbeText> {
    @Override
    public HealthProbeText convert(String text) {
      return new HealthProbeText(uri(text));
    }

    private static URI uri(String text) {
      try {
        URI uri = new URI(text);
        String scheme = String.valueOf(uri.getScheme());
        boolean web = scheme.equals("http") || scheme.equals("https");
        boolean connection = scheme.equals("tcp") && uri.getPort() > 0;
        if (uri.getHost() != null && (web || connection)) {
          return uri;
        }
      } catch (URISyntaxException wrong) {
        throw refusal(text);
      }
      throw refusal(text);
    }

    private static TypeConversionException refusal(String text) {
      return new TypeConversionException(
          "'" + text + "' is not http://HOST/PATH, https://HOST/PATH or tcp://HOST:PORT");
    }
  }
}
