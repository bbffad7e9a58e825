package dev.swarmha.stack.validate;

import dev.swarmha.stack.value.ByteSize;
import dev.swarmha.stack.value.Cpus;
import dev.swarmha.stack.value.GoDuration;
import dev.swarmha.stack.value.PortSyntax;
import dev.swarmha.stack.value.ProbeUrl;
import dev.swarmha.stack.value.RestartPolicySyntax;
import dev.swarmha.stack.value.ShellWords;
import dev.swarmha.stack.value.ValueException;
import dev.swarmha.stack.value.VolumeSyntax;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The formats that values of stack files have, as checks. */
final class Formats {

  static final Check DURATION = Check.readable(GoDuration::parse);
  static final Check SIZE = Check.readable(ByteSize::parse);

  /** Docker takes no text for no limit. */
  static final Check CPUS =
      Check.readable(
          text -> {
            if (!text.isEmpty()) {
              Cpus.parse(text);
            }
          });

  static final Check COMMAND = Check.readableAtLength(ShellWords::split);
  static final Check VOLUME = Check.readable(VolumeSyntax::parse);
  static final Check URL = Check.readable(ProbeUrl::parse);
  static final Check RESTART = Check.readable(RestartPolicySyntax::parse);
  static final Check NETWORK_MODE =
      Check.matches(
          Pattern.compile("host|bridge|default"),
          "is no network mode that services can have",
          "put services on a network of their own, an \"internal\" one for no way out");
  static final Check RECURSIVE =
      Check.matches(
          Pattern.compile("enabled|disabled"),
          "is not what Swarm can do",
          "write enabled or disabled");
  static final Check SIZE_OF_ANY_TYPE = value -> ByteSize.parse(value.toString());
  static final Check CPUS_OF_ANY_TYPE = value -> Cpus.parse(value.toString());
  static final Check SIZE_OR_UNLIMITED =
      Check.readable(
          text -> {
            if (!text.equals("-1")) {
              ByteSize.parse(text);
            }
          });
  static final Check PORT_NUMBER = Check.between(0, 65_535);

  /** Numbers are read as texts here: 80 is a short form, too. */
  static final Check PORT =
      value -> {
        Check.requireShort(value.toString());
        PortSyntax.parse(value.toString());
      };

  /** One port or a range, in a long form. */
  static final Check PORT_RANGE =
      value -> {
        PORT_NUMBER.check(value);
        value.asText().ifPresent(PortSyntax::parse);
      };

  static final Check POSITIVE_DURATION =
      Check.readable(
          text -> {
            if (GoDuration.parse(text).isNegative() || GoDuration.parse(text).isZero()) {
              throw new ValueException("must be longer than 0");
            }
          });

  /** Statuses and ranges of them, as many as there are commas and one more. */
  static final Check STATUS =
      Check.readable(
          text -> {
            if (!Stream.of(text.split(",", -1)).map(String::strip).allMatch(Formats::isStatus)) {
              throw new ValueException(
                  "\"" + text + "\" is not a range of HTTP statuses", "such as 200-299,301");
            }
          });

  private static boolean isStatus(String text) {
    return text.matches("[1-5]\\d\\d(-[1-5]\\d\\d)?")
        && text.substring(0, 3).compareTo(text.substring(text.length() - 3)) <= 0;
  }

  static final Check HTTP_PATH =
      Check.matches(Pattern.compile("/[!-~]*"), "must begin with a slash", "such as /health");

  /** swarmkit, {@code manager/constraint/constraint.go}. */
  static final Check CONSTRAINT =
      Check.matches(
          Pattern.compile(
              "\\s*[a-z_][a-z0-9\\-_.]+\\s*(?:==|!=)\\s*[a-z0-9:\\-_\\s.*()?+\\[\\]\\\\^$|/]+",
              Pattern.CASE_INSENSITIVE),
          "is not a placement constraint",
          "such as node.role == worker or node.labels.zone != a");

  /** The keys of the sections, as the schema of the file format has them. */
  static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]+");

  private Formats() {}
}
