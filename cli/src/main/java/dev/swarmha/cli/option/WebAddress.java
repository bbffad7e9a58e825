package dev.swarmha.cli.option;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads an address that something can be posted to. Refusals do not repeat it: who knows such an
 * address may post there.
 */
final class WebAddress implements ITypeConverter<URI> {

  /** What a pipeline gives whose variable is not set: nobody is told then, and nothing fails. */
  static final URI NOBODY = URI.create("");

  @Override
  public URI convert(String text) {
    if (text.isBlank()) {
      return NOBODY;
    }
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme());
      if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return uri;
      }
    } catch (URISyntaxException wrong) {
      throw refusal();
    }
    throw refusal();
  }

  private static TypeConversionException refusal() {
    return new TypeConversionException("this is not http://HOST/PATH or https://HOST/PATH");
  }
}
