package dev.swarmha.engine.docker.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.docker.endpoint.TlsFiles.ClientIdentity;
import dev.swarmha.engine.docker.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The docker CLI's contexts, as {@code docker context create} writes them (docker/cli {@code
 * cli/context/store}): a directory each, named by the SHA-256 of the context's name.
 */
final class ContextStore {

  private static final String META_FILE = "meta.json";
  private static final String ENDPOINT = "docker";

  private final Path directory;

  /** The store in a configuration directory, which need not exist. */
  ContextStore(Path configDirectory) {
    this.directory = configDirectory.resolve("contexts");
  }

  /**
   * The endpoint of a context, with the TLS files kept for it and no others.
   *
   * @throws EndpointException when there is no such context, or none that can be used
   */
  Endpoint endpoint(String name, String how) {
    Path meta = directory.resolve("meta").resolve(hash(name)).resolve(META_FILE);
    if (!Files.exists(meta)) {
      throw new EndpointException("no docker context " + name + " (" + how + "); " + existing());
    }
    String where = "context " + name + ", " + how;
    Mapping endpoint = read(meta).mapping("Endpoints").mapping(ENDPOINT);
    String host = endpoint.text("Host").orElse("");
    if (host.isBlank()) {
      throw new EndpointException(
          "the docker context " + name + " (" + how + ") names no Engine; see " + meta);
    }
    URI uri = new HostAddress(host, where).uri();
    boolean skipsVerification =
        endpoint.get("SkipTLSVerify").flatMap(Document::asBoolean).orElse(false);
    Optional<TlsFiles> tls =
        "tcp".equals(uri.getScheme()) ? tls(name, skipsVerification) : Optional.empty();
    return new Endpoint(uri, tls, where);
  }

  private Optional<TlsFiles> tls(String name, boolean skipsVerification) {
    Path files = directory.resolve("tls").resolve(hash(name)).resolve(ENDPOINT);
    Optional<Path> ca = existing(files, "ca.pem");
    Optional<Path> certificate = existing(files, "cert.pem");
    Optional<Path> key = existing(files, "key.pem");
    if (certificate.isPresent() != key.isPresent()) {
      throw new EndpointException(
          "the docker context "
              + name
              + " has a TLS certificate without a key, or a key without a certificate, in "
              + files);
    }
    if (ca.isEmpty() && certificate.isEmpty() && !skipsVerification) {
      return Optional.empty();
    }
    Optional<ClientIdentity> client =
        certificate.flatMap(file -> key.map(its -> new ClientIdentity(file, its)));
    return Optional.of(new TlsFiles(ca, client, !skipsVerification));
  }

  private static Optional<Path> existing(Path directory, String name) {
    return Optional.of(directory.resolve(name)).filter(Files::exists);
  }

  private String existing() {
    List<String> names = names();
    return names.isEmpty()
        ? "there are none in " + directory
        : "there are " + String.join(", ", names);
  }

  /** The names of all contexts, sorted. */
  List<String> names() {
    Path all = directory.resolve("meta");
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(all)) {
      return entries
          .map(entry -> entry.resolve(META_FILE))
          .filter(Files::exists)
          .map(meta -> read(meta).text("Name").orElse(""))
          .filter(name -> !name.isEmpty())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new EndpointException("cannot list the docker contexts in " + all, e);
    }
  }

  private static Mapping read(Path meta) {
    try {
      return Json.object(Files.readAllBytes(meta));
    } catch (JsonProcessingException e) {
      throw new EndpointException(meta + " is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new EndpointException("cannot read " + meta + ": " + e.getMessage(), e);
    }
  }

  static String hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
