package dev.swarmha.engine.docker.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.swarmha.engine.docker.endpoint.TlsFiles.ClientIdentity;
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
    JsonNode endpoint = read(meta).path("Endpoints").path(ENDPOINT);
    String host = endpoint.path("Host").asText("");
    if (host.isBlank()) {
      throw new EndpointException(
          "the docker context " + name + " (" + how + ") names no Engine; see " + meta);
    }
    URI uri = new HostAddress(host, where).uri();
    boolean skipsVerification = endpoint.path("SkipTLSVerify").asBoolean(false);
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
          .map(meta -> read(meta).path("Name").asText(""))
          .filter(name -> !name.isEmpty())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new EndpointException("cannot list the docker contexts in " + all, e);
    }
  }

  private static JsonNode read(Path meta) {
    try {
      return new JsonMapper().readTree(Files.readAllBytes(meta));
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
