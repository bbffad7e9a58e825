package dev.swarmha.engine.docker.wire;

import dev.swarmha.engine.LogLine;
import dev.swarmha.engine.LogLine.Channel;
import dev.swarmha.engine.ResourceId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a log that was asked for with timestamps and details: {@code TIME KEY=VALUE,… TEXT}
 * (moby {@code api/server/httputils/write_log_stream.go}), where the details of a task tell its id.
 */
public final class LogText {

  private static final Pattern LINE = Pattern.compile("(\\S+) (\\S*) ?(.*)", Pattern.DOTALL);
  private static final Pattern TASK =
      Pattern.compile("(?:^|,)com\\.docker\\.swarm\\.task\\.id=(\\w+)");

  private LogText() {}

  /** The line; what is not of this form is the Engine's own. */
  public static LogLine line(Channel channel, String text) {
    String line = text.replaceFirst("\\R\\z", "");
    Matcher parts = LINE.matcher(line);
    if (channel != Channel.ENGINE && parts.matches()) {
      Optional<Instant> at = instant(parts.group(1));
      Matcher task = TASK.matcher(parts.group(2));
      if (at.isPresent() && task.find()) {
        return new LogLine(
            at.get(), channel, Optional.of(new ResourceId(task.group(1))), parts.group(3));
      }
    }
    return new LogLine(Instant.EPOCH, Channel.ENGINE, Optional.empty(), line);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }
}
