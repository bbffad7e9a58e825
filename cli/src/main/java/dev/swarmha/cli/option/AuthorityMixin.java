package dev.swarmha.cli.option;

import dev.swarmha.cli.error.UnreadableInputException;
import dev.swarmha.engine.Payload;
import dev.swarmha.engine.probe.TrustedAuthority;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose certificates are trusted at the addresses that a command line names. */
public final class AuthorityMixin {

  @Option(
      names = "--health-ca",
      paramLabel = "FILE",
      description = "Certificate of the authority to trust for https, and no other, in PEM form")
  private @Nullable String file;

  /**
   * The authority, where one is named.
   *
   * @param files reads files by the names that users type
   * @throws UnreadableInputException when the file cannot be read, or has no certificate in it
   */
  public Optional<TrustedAuthority> authority(Function<String, Payload> files) {
    return Optional.ofNullable(file).map(name -> read(name, files.apply(name)));
  }

  private static TrustedAuthority read(String name, Payload content) {
    try {
      return new TrustedAuthority(name, new String(content.bytes(), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException wrong) {
      throw new UnreadableInputException("cannot use --health-ca: " + wrong.getMessage(), wrong);
    }
  }
}
