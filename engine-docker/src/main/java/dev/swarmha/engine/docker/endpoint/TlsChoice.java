package dev.swarmha.engine.docker.endpoint;

import dev.swarmha.engine.docker.endpoint.EndpointOptions.TlsOptions;
import dev.swarmha.engine.docker.endpoint.TlsFiles.ClientIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether to speak TLS, and with which files, as the docker CLI decides it ({@code
 * cli/flags/options.go}): a client certificate that nobody named and that is not there is left out;
 * everything else that is missing is an error.
 */
record TlsChoice(TlsOptions options, Environment environment) {

  Optional<TlsFiles> files() {
    boolean verify =
        options.verify().orElseGet(() -> environment.get("DOCKER_TLS_VERIFY").isPresent());
    if (verify) {
      return Optional.of(new TlsFiles(Optional.of(authority()), client()));
    }
    // Like the docker CLI, --tlsverify=false asks for TLS in which the Engine proves nothing.
    if (options.verify().isPresent() || environment.get("DOCKER_TLS").isPresent()) {
      return Optional.of(new TlsFiles(Optional.empty(), client(), false));
    }
    if (options.namesFiles()) {
      throw new EndpointException(
          "--tlscacert, --tlscert and --tlskey count only together with --tlsverify");
    }
    return Optional.empty();
  }

  private Path authority() {
    return options
        .ca()
        .or(() -> byDefault("ca.pem"))
        .map(file -> existing(file, "the certificate authority", "--tlscacert"))
        .orElseThrow(
            () ->
                new EndpointException(
                    "TLS needs a certificate authority; name it with --tlscacert or set"
                        + " DOCKER_CERT_PATH"));
  }

  private Optional<ClientIdentity> client() {
    Optional<Path> certificate = options.certificate().or(() -> found("cert.pem"));
    Optional<Path> key = options.key().or(() -> found("key.pem"));
    if (certificate.isEmpty() && key.isEmpty()) {
      return Optional.empty();
    }
    if (certificate.isEmpty()) {
      throw new EndpointException(
          "the TLS key " + key.orElseThrow() + " has no certificate; name it with --tlscert");
    }
    if (key.isEmpty()) {
      throw new EndpointException(
          "the TLS certificate " + certificate.get() + " has no key; name it with --tlskey");
    }
    return Optional.of(
        new ClientIdentity(
            existing(certificate.get(), "the TLS certificate", "--tlscert"),
            existing(key.get(), "the TLS key", "--tlskey")));
  }

  private Optional<Path> byDefault(String name) {
    return environment.certificateDirectory().map(directory -> directory.resolve(name));
  }

  private Optional<Path> found(String name) {
    return byDefault(name).filter(Files::exists);
  }

  private static Path existing(Path file, String what, String option) {
    if (!Files.exists(file)) {
      throw new EndpointException(
          what + " " + file + " does not exist; name it with " + option + " or DOCKER_CERT_PATH");
    }
    return file;
  }
}
