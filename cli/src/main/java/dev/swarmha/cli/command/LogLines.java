package dev.swarmha.cli.command;

import dev.swarmha.cli.output.SafeText;
import dev.swarmha.deploy.logs.LogSink;
import dev.swarmha.engine.LogLine;
import dev.swarmha.engine.LogLine.Channel;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Prints lines of logs, at once, each to where its task has written it. */
final class LogLines implements LogSink {

  private static final int NANOSECONDS = 9;
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(NANOSECONDS).toFormatter();

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean timestamps;

  LogLines(PrintWriter out, PrintWriter err, boolean timestamps) {
    this.out = out;
    this.err = err;
    this.timestamps = timestamps;
  }

  @Override
  public void line(String task, LogLine line) {
    PrintWriter writer = line.channel() == Channel.ERROR ? err : out;
    String time = timestamps ? TIME.format(line.at()) + " " : "";
    writer.println(time + task + " | " + line.text());
    writer.flush();
  }

  @Override
  public void note(String message) {
    err.println("swarmha: " + SafeText.line(message));
    err.flush();
  }
}
