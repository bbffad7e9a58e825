package dev.swarmha.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An authority of a test's own, and what it has signed: one directory in PEM form each. */
record Certificates(Path directory) {

  /** Makes the authority. */
  static Certificates authority(Path directory) throws IOException {
    Files.createDirectories(directory);
    Host.run(
        directory,
        "openssl",
        "ecparam",
        "-name",
        "prime256v1",
        "-genkey",
        "-noout",
        "-out",
        "ca-key.pem");
    Host.run(
        directory,
        "openssl",
        "req",
        "-x509",
        "-new",
        "-key",
        "ca-key.pem",
        "-days",
        "2",
        "-subj",
        "/CN=lab",
        "-out",
        "ca.pem");
    return new Certificates(directory);
  }

  /** The docker CLI's three files for an Engine at this address. */
  Path server(String address) throws IOException {
    return signed("server", "subjectAltName=IP:" + address + "\nextendedKeyUsage=serverAuth\n");
  }

  /** The docker CLI's three files for somebody who speaks to one. */
  Path client() throws IOException {
    return signed("client", "extendedKeyUsage=clientAuth\n");
  }

  private Path signed(String name, String extensions) throws IOException {
    Path own = Files.createDirectories(directory.resolve(name));
    Files.writeString(own.resolve("extensions"), extensions);
    Files.copy(directory.resolve("ca.pem"), own.resolve("ca.pem"));
    Host.run(
        own, "openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "key.pem");
    Host.run(
        own, "openssl", "req", "-new", "-key", "key.pem", "-subj", "/CN=" + name, "-out", "csr");
    Host.run(
        own,
        "openssl",
        "x509",
        "-req",
        "-in",
        "csr",
        "-CA",
        "../ca.pem",
        "-CAkey",
        "../ca-key.pem",
        "-CAcreateserial",
        "-days",
        "2",
        "-extfile",
        "extensions",
        "-out",
        "cert.pem");
    return own;
  }

  static String pem(Path files, String name) throws IOException {
    return Files.readString(files.resolve(name), UTF_8);
  }
}
