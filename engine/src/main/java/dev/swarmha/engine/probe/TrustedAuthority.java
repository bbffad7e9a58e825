package dev.swarmha.engine.probe;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate authority whose word is taken for an address, and no other's.
 *
 * @param name what messages call it, such as the name of its file
 * @param pem one certificate or more, in PEM form
 */
public record TrustedAuthority(String name, String pem) {

  /**
   * An authority.
   *
   * @throws IllegalArgumentException when the text has no certificate in it
   */
  public TrustedAuthority {
    requireNonNull(name, "name");
    requireNonNull(pem, "pem");
    read(name, pem);
  }

  /** The certificates themselves. */
  public List<X509Certificate> certificates() {
    return read(name, pem);
  }

  private static List<X509Certificate> read(String name, String pem) {
    try {
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (certificates.isEmpty()) {
        throw new IllegalArgumentException(name + " has no certificate in it");
      }
      return certificates;
    } catch (CertificateException wrong) {
      throw new IllegalArgumentException(name + " is no certificate in PEM form", wrong);
    }
  }
}
