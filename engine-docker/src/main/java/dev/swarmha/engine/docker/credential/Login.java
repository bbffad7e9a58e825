package dev.swarmha.engine.docker.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarmha.engine.RegistryAuth;
import java.util.Base64;

/**
 * Credentials as the Engine takes them (moby {@code api/types/registry/authconfig.go}); what is
 * empty is left out. Never shown.
 */
record Login(
    String username,
    String password,
    String email,
    String serverAddress,
    String identityToken,
    String registryToken) {

  static final Login NONE = new Login("", "", "", "", "", "");

  /** What a credential helper writes as user name where it keeps a token. */
  private static final String TOKEN = "<token>";

  /**
   * An entry of {@code auths}.
   *
   * @throws IllegalArgumentException when {@code auth} in it is damaged
   */
  static Login ofEntry(String key, JsonNode entry) {
    String auth = entry.path("auth").asText("");
    if (auth.isEmpty()) {
      return new Login(
          entry.path("username").asText(""),
          entry.path("password").asText(""),
          entry.path("email").asText(""),
          key,
          entry.path("identitytoken").asText(""),
          entry.path("registrytoken").asText(""));
    }
    String decoded = new String(Base64.getDecoder().decode(auth), UTF_8);
    int colon = decoded.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("there is no colon in it");
    }
    return new Login(
        decoded.substring(0, colon),
        decoded.substring(colon + 1).replaceAll("^\0+|\0+$", ""),
        entry.path("email").asText(""),
        key,
        entry.path("identitytoken").asText(""),
        entry.path("registrytoken").asText(""));
  }

  /** What a credential helper answers, which counts for more than this. */
  Login withHelpers(RegistryKey key, JsonNode answer) {
    String user = answer.path("Username").asText("");
    String secret = answer.path("Secret").asText("");
    return user.equals(TOKEN)
        ? new Login("", "", email, key.text(), secret, registryToken)
        : new Login(user, secret, email, key.text(), "", registryToken);
  }

  /** In the form of the header {@code X-Registry-Auth}. */
  RegistryAuth header() {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    put(object, "username", username);
    put(object, "password", password);
    put(object, "email", email);
    put(object, "serveraddress", serverAddress);
    put(object, "identitytoken", identityToken);
    put(object, "registrytoken", registryToken);
    return new RegistryAuth(
        Base64.getUrlEncoder().encodeToString(object.toString().getBytes(UTF_8)));
  }

  private static void put(ObjectNode object, String name, String value) {
    if (!value.isEmpty()) {
      object.put(name, value);
    }
  }

  @Override
  public String toString() {
    return "(registry credentials)";
  }
}
