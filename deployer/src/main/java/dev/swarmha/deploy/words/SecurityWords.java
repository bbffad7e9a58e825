package dev.swarmha.deploy.words;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The privileges of a container as the entries of {@code security_opt} that ask for them. */
final class SecurityWords {

  private final List<String> options = new ArrayList<>();
  private Mapping rest;

  SecurityWords(Mapping privileges) {
    this.rest = privileges;
  }

  /** The privileges with what can be said in one list, and what cannot as it was. */
  Mapping said() {
    say("NoNewPrivileges", SecurityWords::noNewPrivileges);
    say("Seccomp", value -> seccomp(value.asMapping().orElse(Mapping.empty())));
    say("AppArmor", value -> appArmor(value.asMapping().orElse(Mapping.empty())));
    say("SELinuxContext", value -> selinux(value.asMapping().orElse(Mapping.empty())));
    return options.isEmpty()
        ? rest
        : rest.with(FileShape.SECURITY_OPTIONS, Document.texts(options));
  }

  private void say(String key, Function<Document, List<String>> words) {
    List<String> said = rest.get(key).map(words).orElse(List.of());
    if (!said.isEmpty()) {
      options.addAll(said);
      rest = rest.without(key);
    }
  }

  private static List<String> noNewPrivileges(Document value) {
    return value.asBoolean().orElse(false) ? List.of("no-new-privileges") : List.of();
  }

  private static List<String> seccomp(Mapping filter) {
    String mode = filter.text("Mode").orElse("");
    boolean profiled = filter.text("Profile").filter(text -> !text.isEmpty()).isPresent();
    return switch (mode) {
      case "unconfined" -> profiled ? List.of() : List.of("seccomp=unconfined");
      case "default" -> profiled ? List.of() : List.of("seccomp=builtin");
      case "custom" ->
          filter.text("Profile").flatMap(SecurityWords::profile).stream()
              .map(profile -> "seccomp=" + profile)
              .toList();
      default -> List.of();
    };
  }

  /** What does not look like a profile would be taken for the name of a file. */
  private static Optional<String> profile(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text).filter(profile -> profile.strip().startsWith("{"));
    } catch (IllegalArgumentException | CharacterCodingException otherwise) {
      return Optional.empty();
    }
  }

  private static List<String> appArmor(Mapping profile) {
    return switch (profile.text("Mode").orElse("")) {
      case "default" -> List.of("apparmor=docker-default");
      case "disabled" -> List.of("apparmor=unconfined");
      default -> List.of();
    };
  }

  private static List<String> selinux(Mapping label) {
    List<String> said = new ArrayList<>();
    if (label.get("Disable").flatMap(Document::asBoolean).orElse(false)) {
      said.add("label=disable");
    }
    for (String part : List.of("User", "Role", "Type", "Level")) {
      label
          .text(part)
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> said.add("label=" + part.toLowerCase(Locale.ROOT) + ":" + value));
    }
    return said;
  }
}
