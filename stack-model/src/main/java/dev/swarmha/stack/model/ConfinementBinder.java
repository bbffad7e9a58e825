package dev.swarmha.stack.model;

import dev.swarmha.stack.model.SecurityOptions.Seccomp;
import dev.swarmha.stack.model.SecurityOptions.SelinuxLabel;
import dev.swarmha.stack.value.SecurityOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the containers of a service may do, to the model. */
final class ConfinementBinder {

  Confinement bind(Fields service) {
    return new Confinement(
        service.flag("read_only"),
        service.texts("cap_add"),
        service.texts("cap_drop"),
        service.textsByName("sysctls"),
        ulimits(service),
        service.text("isolation"),
        service.section("credential_spec").flatMap(ConfinementBinder::credentials),
        security(service),
        service.number("oom_score_adj"));
  }

  private static List<Ulimit> ulimits(Fields service) {
    List<Ulimit> ulimits = new ArrayList<>();
    service
        .each("ulimits", limit -> limit)
        .forEach(
            (name, limit) ->
                ulimits.add(
                    new Ulimit(
                        name, limit.number("soft").orElse(0L), limit.number("hard").orElse(0L))));
    return ulimits;
  }

  /** A section without any of the three is none, as for the docker CLI. */
  private static Optional<CredentialSpec> credentials(Fields spec) {
    CredentialSpec credentials =
        new CredentialSpec(spec.text("config"), spec.text("file"), spec.text("registry"));
    boolean given =
        credentials.config().isPresent()
            || credentials.file().isPresent()
            || credentials.registry().isPresent();
    return given ? Optional.of(credentials) : Optional.empty();
  }

  private static SecurityOptions security(Fields service) {
    Map<String, SecurityOption> options = new LinkedHashMap<>();
    Map<String, String> label = new LinkedHashMap<>();
    for (String text : service.texts("security_opt")) {
      SecurityOption option = SecurityOption.parse(text);
      options.put(option.name(), option);
      if (option.name().equals(SecurityOption.LABEL)) {
        label.put(option.labelKind(), option.labelValue());
      }
    }
    return new SecurityOptions(
        value(options, SecurityOption.NO_NEW_PRIVILEGES)
            .filter(v -> !v.equals("false"))
            .isPresent(),
        value(options, SecurityOption.SECCOMP).map(ConfinementBinder::seccomp),
        value(options, SecurityOption.APPARMOR)
            .map(profile -> profile.equals("unconfined") ? "disabled" : "default"),
        label.isEmpty() ? Optional.empty() : Optional.of(selinux(label)));
  }

  private static Optional<String> value(Map<String, SecurityOption> options, String name) {
    return Optional.ofNullable(options.get(name)).map(SecurityOption::value);
  }

  private static Seccomp seccomp(String value) {
    return switch (value) {
      case "unconfined" -> new Seccomp("unconfined", Optional.empty());
      case "builtin" -> new Seccomp("default", Optional.empty());
      default -> new Seccomp("custom", Optional.of(value));
    };
  }

  private static SelinuxLabel selinux(Map<String, String> label) {
    return new SelinuxLabel(
        label.containsKey("disable"),
        Optional.ofNullable(label.get("user")),
        Optional.ofNullable(label.get("role")),
        Optional.ofNullable(label.get("type")),
        Optional.ofNullable(label.get("level")));
  }
}
