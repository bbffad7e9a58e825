package dev.swarmha.engine.docker.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.RegistryAuth;
import dev.swarmha.engine.docker.wire.Json;
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
  static Login ofEntry(String key, Mapping entry) {
    String auth = entry.text("auth").orElse("");
    if (auth.isEmpty()) {
      return new Login(
          entry.text("username").orElse(""),
          entry.text("password").orElse(""),
          entry.text("email").orElse(""),
          key,
          entry.text("identitytoken").orElse(""),
          entry.text("registrytoken").orElse(""));
    }
    String decoded = new String(Base64.getDecoder().decode(auth), UTF_8);
    int colon = decoded.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("there is no colon in it");
    }
    return new Login(
        decoded.substring(0, colon),
        decoded.substring(colon + 1).replaceAll("^\0+|\0+$", ""),
        entry.text("email").orElse(""),
        key,
        entry.text("identitytoken").orElse(""),
        entry.text("registrytoken").orElse(""));
  }

  /** What a credential helper answers, which counts for more than this. */
  Login withHelpers(RegistryKey key, Mapping answer) {
    String user = answer.text("Username").orElse("");
    String secret = answer.text("Secret").orElse("");
    return user.equals(TOKEN)
        ? new Login("", "", email, key.text(), secret, registryToken)
        : new Login(user, secret, email, key.text(), "", registryToken);
  }

  /** In the form of the header {@code X-Registry-Auth}. */
  RegistryAuth header() {
    Mapping.Builder object = Mapping.builder();
    put(object, "username", username);
    put(object, "password", password);
    put(object, "email", email);
    put(object, "serveraddress", serverAddress);
    put(object, "identitytoken", identityToken);
    put(object, "registrytoken", registryToken);
    return new RegistryAuth(
        Base64.getUrlEncoder().encodeToString(Json.format(object.build()).getBytes(UTF_8)));
  }

  private static void put(Mapping.Builder object, String name, String value) {
    if (!value.isEmpty()) {
      object.put(name, value);
    }
  }

  @Override
  public String toString() {
    return "(registry credentials)";
  }
}
