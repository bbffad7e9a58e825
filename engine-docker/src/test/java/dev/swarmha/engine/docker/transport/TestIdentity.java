package dev.swarmha.engine.docker.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;

/** A key with its self-signed certificate for 127.0.0.1, made by the JDK's own tool. */
record TestIdentity(KeyStore store, PrivateKey key, Certificate certificate) {

  static final char[] PASSWORD = "changeit".toCharArray();

  /** The part of a 2048-bit RSA key in PKCS #8 that comes before the key in PKCS #1. */
  private static final int RSA_PREFIX = 26;

  private static final byte[] SEC1_BEFORE_KEY = {0x30, 0x31, 2, 1, 1, 4, 0x20};
  private static final byte[] SEC1_CURVE_P256 = {
    (byte) 0xA0, 0x0A, 6, 8, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 3, 1, 7
  };

  static TestIdentity make(Path directory, String name, String algorithm) {
    Path file = directory.resolve(name + ".p12");
    try {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  name,
                  "-keyalg",
                  algorithm,
                  "-keysize",
                  algorithm.equals("RSA") ? "2048" : "256",
                  "-dname",
                  "CN=" + name,
                  "-ext",
                  "san=ip:127.0.0.1",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  new String(PASSWORD))
              .inheritIO()
              .start();
      keytool.waitFor();
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD);
      }
      PrivateKey key = (PrivateKey) store.getKey(name, PASSWORD);
      return new TestIdentity(store, key, store.getCertificate(name));
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String certificatePem() {
    try {
      return "a comment, as openssl writes them\n" + pem("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  String pkcs8Pem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  /** As OpenSSL before version 3 writes RSA keys. */
  String pkcs1Pem() {
    byte[] pkcs8 = key.getEncoded();
    return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, RSA_PREFIX, pkcs8.length));
  }

  /** As {@code openssl ecparam -genkey} writes keys on the P-256 curve. */
  String sec1Pem() {
    byte[] secret = new byte[32];
    byte[] digits = ((ECPrivateKey) key).getS().toByteArray();
    int length = Math.min(digits.length, secret.length);
    System.arraycopy(digits, digits.length - length, secret, secret.length - length, length);
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    der.writeBytes(SEC1_BEFORE_KEY);
    der.writeBytes(secret);
    der.writeBytes(SEC1_CURVE_P256);
    return pem("EC PARAMETERS", BigInteger.TEN.toByteArray())
        + pem("EC PRIVATE KEY", der.toByteArray());
  }

  static String pem(String type, byte[] content) {
    byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
    String lines = Base64.getMimeEncoder(64, newline).encodeToString(content);
    return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
  }
}
