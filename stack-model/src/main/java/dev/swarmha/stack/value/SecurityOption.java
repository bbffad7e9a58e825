package dev.swarmha.stack.value;

import java.util.List;

/**
 * One entry of {@code security_opt}, {@code NAME=VALUE} or {@code NAME:VALUE} or a name alone, as
 * docker's {@code daemon/create.go} and {@code opts/opts.go} read it.
 */
public record SecurityOption(String name, String value) {

  public static final String NO_NEW_PRIVILEGES = "no-new-privileges";
  public static final String SECCOMP = "seccomp";
  public static final String APPARMOR = "apparmor";
  public static final String LABEL = "label";

  private static final List<String> LABELS =
      List.of("disable", "user:", "role:", "type:", "level:");

  /**
   * Reads an entry.
   *
   * @throws ValueException when it is none, or one that Swarm has no place for
   */
  public static SecurityOption parse(String text) {
    String[] parts = text.split(text.contains("=") ? "=" : ":", 2);
    SecurityOption option = new SecurityOption(parts[0], parts.length == 2 ? parts[1] : "");
    boolean valid =
        switch (option.name) {
          case NO_NEW_PRIVILEGES -> List.of("", "true", "false").contains(option.value);
          case SECCOMP -> !option.value.isEmpty();
          case APPARMOR -> List.of("unconfined", "docker-default").contains(option.value);
          case LABEL -> LABELS.stream().anyMatch(option.value::startsWith);
          default -> false;
        };
    if (!valid) {
      throw new ValueException(
          "\"" + text + "\" is no security option that Swarm has",
          "there are no-new-privileges, seccomp=unconfined or FILE, apparmor=unconfined,"
              + " label=disable, label=user:, role:, type: or level:");
    }
    return option;
  }

  /** The part of a label option before its colon: {@code disable}, {@code user}, … */
  public String labelKind() {
    return value.split(":", 2)[0];
  }

  /** The part of a label option behind its colon. */
  public String labelValue() {
    String[] parts = value.split(":", 2);
    return parts.length == 2 ? parts[1] : "";
  }
}
