package dev.swarmha.lab.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a registry says of an image: a digest made from its name, and two platforms. */
final class Manifest {

  private Manifest() {}

  static JsonNode of(String image) {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    manifest
        .putObject("Descriptor")
        .put("mediaType", "application/vnd.oci.image.index.v1+json")
        .put("digest", "sha256:" + digest(image))
        .put("size", 1);
    manifest.putArray("Platforms").add(platform("amd64")).add(platform("arm"));
    return manifest;
  }

  private static ObjectNode platform(String architecture) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("architecture", architecture)
        .put("os", "linux");
  }

  private static String digest(String image) {
    try {
      byte[] bytes = image.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
