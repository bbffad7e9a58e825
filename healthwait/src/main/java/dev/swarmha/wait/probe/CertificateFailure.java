package dev.swarmha.wait.probe;

import dev.swarmha.engine.probe.HealthProbe;
import dev.swarmha.engine.probe.TrustedAuthority;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;

/** What is wrong with a server's certificate, and what to do about it. */
final class CertificateFailure {

  private static final String LEAD = "TLS failed: ";

  private CertificateFailure() {}

  /** Reads a failure; empty where it has nothing to do with certificates. */
  static Optional<Answer> answer(Throwable failure, HealthProbe.Http probe) {
    return Optional.ofNullable(failure.getCause())
        .flatMap(cause -> answer(cause, probe))
        .or(() -> words(failure, probe).map(words -> Answer.failed(LEAD + words)));
  }

  private static Optional<String> words(Throwable failure, HealthProbe.Http probe) {
    if (failure instanceof CertificateExpiredException) {
      return Optional.of("the certificate has expired");
    }
    if (failure instanceof CertificateNotYetValidException) {
      return Optional.of("the certificate is not valid yet");
    }
    if (failure instanceof CertPathBuilderException
        || failure instanceof CertPathValidatorException) {
      return Optional.of(untrusted(probe.authority()));
    }
    // Thrown by itself where the names in the certificate are compared with the host's.
    return failure.getClass() == CertificateException.class
        ? Optional.of("the certificate is not for this host: " + failure.getMessage())
        : Optional.empty();
  }

  private static String untrusted(Optional<TrustedAuthority> authority) {
    return authority
        .map(trusted -> "the certificate is not signed by " + trusted.name())
        .orElse(
            "the certificate is signed by nobody who is trusted here; name the file of its"
                + " authority with ca in x-swarmha, or with --health-ca");
  }
}
