package dev.swarmha.engine.docker.transport;

import dev.swarmha.engine.docker.endpoint.EndpointException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of PEM blocks: certificates, or a private key. */
record Pem(Path file, String text) {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  static Pem read(Path file) {
    try {
      return new Pem(file, Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException e) {
      throw new EndpointException("the TLS file " + file + " does not exist", e);
    } catch (IOException e) {
      throw new EndpointException("cannot read the TLS file " + file + ": " + e.getMessage(), e);
    }
  }

  /** All certificates in the file, in their order; at least one. */
  List<X509Certificate> certificates() {
    List<X509Certificate> found = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).endsWith("CERTIFICATE")) {
        found.add(certificate(decoded(block.group(2))));
      }
    }
    if (found.isEmpty()) {
      throw new EndpointException("there is no certificate in " + file);
    }
    return found;
  }

  private X509Certificate certificate(byte[] der) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new EndpointException("a certificate in " + file + " is damaged", e);
    }
  }

  /** The first private key in the file, of the kind that its certificate has. */
  PrivateKey key(String algorithm) {
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).endsWith("PRIVATE KEY")) {
        return key(algorithm, block.group(1), block.group(2));
      }
    }
    throw new EndpointException("there is no private key in " + file);
  }

  private PrivateKey key(String algorithm, String type, String content) {
    if (type.startsWith("ENCRYPTED") || content.contains("ENCRYPTED")) {
      throw new EndpointException(
          "the key in " + file + " is protected by a passphrase; swarmha needs one without");
    }
    byte[] der = decoded(content);
    try {
      byte[] pkcs8 =
          switch (type) {
            case "RSA PRIVATE KEY" -> Pkcs8.ofRsa(der);
            case "EC PRIVATE KEY" -> Pkcs8.ofEllipticCurve(der);
            default -> der;
          };
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new EndpointException(
          "the key in " + file + " is damaged, or it is not that of the certificate", e);
    }
  }

  private byte[] decoded(String content) {
    try {
      return Base64.getMimeDecoder().decode(content);
    } catch (IllegalArgumentException e) {
      throw new EndpointException("the TLS file " + file + " is damaged", e);
    }
  }
}
