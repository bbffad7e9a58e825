package dev.swarmha.stack.dialect;

import dev.swarmha.document.Document;
import dev.swarmha.document.PathTable;
import dev.swarmha.document.Scalar;
import dev.swarmha.stack.value.ByteSize;
import dev.swarmha.stack.value.GoNumbers;
import dev.swarmha.stack.value.ValueException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the compose specification takes in another form than file format 3 has it: numbers and truth
 * values as texts, and texts as numbers. Where each stands is in {@link #table()}.
 */
public enum LooseScalar {
  /** A whole number, also as text. */
  INTEGER,
  /** A number, also as text. */
  DECIMAL,
  /** A truth value, also as text. */
  BOOLEAN,
  /** A text, also as a number. */
  TEXT,
  /** A number of bytes, also as text with a unit. */
  SIZE,
  /** Permission bits; a text has them in octal digits. */
  MODE;

  private static final Set<String> TRUE = Set.of("true", "t", "1", "yes", "y", "on");
  private static final Set<String> FALSE = Set.of("false", "f", "0", "no", "n", "off");
  private static final int OCTAL = 8;

  private static final List<String> INTEGERS =
      List.of(
          "deploy.replicas",
          "deploy.update_config.parallelism",
          "deploy.rollback_config.parallelism",
          "deploy.restart_policy.max_attempts",
          "deploy.placement.max_replicas_per_node",
          "deploy.resources.limits.pids",
          "deploy.resources.reservations.generic_resources.[].discrete_resource_spec.value",
          "healthcheck.retries",
          "mem_swappiness",
          "oom_score_adj",
          "pids_limit",
          "scale",
          "ulimits.*",
          "ulimits.*.hard",
          "ulimits.*.soft");
  private static final List<String> BOOLEANS =
      List.of(
          "depends_on.*.required",
          "depends_on.*.restart",
          "healthcheck.disable",
          "init",
          "oom_kill_disable",
          "privileged",
          "read_only",
          "stdin_open",
          "tty",
          "volumes.[].bind.create_host_path",
          "volumes.[].read_only",
          "volumes.[].volume.nocopy");
  private static final List<String> TEXTS =
      List.of(
          "deploy.resources.limits.cpus",
          "deploy.resources.limits.memory",
          "deploy.resources.reservations.cpus",
          "deploy.resources.reservations.memory",
          "group_add.[]",
          "memswap_limit");

  private static final PathTable<LooseScalar> TABLE = rows();

  /** Where the dialects differ in this. */
  public static PathTable<LooseScalar> table() {
    return TABLE;
  }

  private static PathTable<LooseScalar> rows() {
    PathTable.Builder<LooseScalar> table = PathTable.builder();
    INTEGERS.forEach(path -> table.row("services.*." + path, INTEGER));
    BOOLEANS.forEach(path -> table.row("services.*." + path, BOOLEAN));
    TEXTS.forEach(path -> table.row("services.*." + path, TEXT));
    for (String policy : List.of("update_config", "rollback_config")) {
      table.row("services.*.deploy." + policy + ".max_failure_ratio", DECIMAL);
    }
    for (String section : List.of("networks", "volumes", "secrets", "configs")) {
      table.row(section + ".*.external", BOOLEAN);
    }
    for (String key : List.of("internal", "attachable", "enable_ipv4", "enable_ipv6")) {
      table.row("networks.*." + key, BOOLEAN);
    }
    return table
        .row("services.*.volumes.[].tmpfs.size", SIZE)
        .row("services.*.volumes.[].tmpfs.mode", MODE)
        .row("services.*.secrets.[].mode", MODE)
        .row("services.*.configs.[].mode", MODE)
        .build();
  }

  /**
   * A value in the form that file format 3 has; what has it already stays.
   *
   * @throws ValueException when a text cannot be read as what it should be
   */
  public Document read(Document value) {
    if (this == TEXT) {
      return value
          .asScalar()
          .filter(Scalar::isNumber)
          .<Document>map(number -> Document.text(GoNumbers.text(number)))
          .orElse(value)
          .withOrigin(value.origin());
    }
    return value.asText().map(text -> parse(text.strip()).withOrigin(value.origin())).orElse(value);
  }

  private Document parse(String text) {
    try {
      return switch (this) {
        case INTEGER -> Document.number(Long.parseLong(text));
        case DECIMAL -> Document.number(new BigDecimal(text));
        case BOOLEAN -> truth(text);
        case SIZE -> Document.number(ByteSize.parse(text).bytes());
        case MODE -> Document.number(Long.parseLong(text, OCTAL));
        case TEXT -> Document.text(text);
      };
    } catch (NumberFormatException wrong) {
      throw new ValueException("must be " + words() + ", not the string \"" + text + "\"");
    }
  }

  private static Document truth(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (!TRUE.contains(word) && !FALSE.contains(word)) {
      throw new ValueException("must be true or false, not the string \"" + text + "\"");
    }
    return Document.bool(TRUE.contains(word));
  }

  private String words() {
    return switch (this) {
      case INTEGER -> "a whole number";
      case MODE -> "a mode in octal digits";
      default -> "a number";
    };
  }
}
