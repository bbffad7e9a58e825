package dev.swarmha.stack.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What {@code security_opt} asks for; empty parts are left to the nodes.
 *
 * @param noNewPrivileges whether processes can never gain privileges
 * @param appArmor {@code default} or {@code disabled}
 */
public record SecurityOptions(
    boolean noNewPrivileges,
    Optional<Seccomp> seccomp,
    Optional<String> appArmor,
    Optional<SelinuxLabel> selinux) {

  /**
   * A filter of system calls.
   *
   * @param mode {@code default}, {@code unconfined} or {@code custom}
   * @param profile the text of a custom profile
   */
  public record Seccomp(String mode, Optional<String> profile) {
    public Seccomp {
      requireNonNull(mode, "mode");
      requireNonNull(profile, "profile");
    }
  }

  /** The SELinux label of a container, or that it has none. */
  public record SelinuxLabel(
      boolean disabled,
      Optional<String> user,
      Optional<String> role,
      Optional<String> type,
      Optional<String> level) {
    public SelinuxLabel {
      requireNonNull(user, "user");
      requireNonNull(role, "role");
      requireNonNull(type, "type");
      requireNonNull(level, "level");
    }
  }

  public SecurityOptions {
    requireNonNull(seccomp, "seccomp");
    requireNonNull(appArmor, "appArmor");
    requireNonNull(selinux, "selinux");
  }
}
