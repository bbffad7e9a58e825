package dev.swarmha.cli.report;

import dev.swarmha.cli.error.ExitCode;
import dev.swarmha.cli.render.Renderer;
import dev.swarmha.deploy.event.ProgressEvent;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Plain progress in sections that GitLab can fold: what is planned and rolled out, and the way
 * back. How it ended stands below them.
 */
public final class GitLabSections implements Renderer {

  private static final String ERASE_LINE = "\u001b[0K";

  private final Renderer plain;
  private final PrintWriter out;
  private final InstantSource clock;
  private Optional<String> open = Optional.empty();

  public GitLabSections(Renderer plain, PrintWriter out, InstantSource clock) {
    this.plain = plain;
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void on(ProgressEvent event) {
    if (event instanceof ProgressEvent.Finished) {
      end();
    } else if (event instanceof ProgressEvent.RollbackStarted) {
      begin("rollback", "Rollback");
    } else if (open.isEmpty()) {
      begin("progress", "Progress");
    }
    plain.on(event);
  }

  @Override
  public void aborted(String command, ExitCode code, String message) {
    end();
    plain.aborted(command, code, message);
  }

  private void begin(String name, String title) {
    end();
    // A job may run several commands, and each section of a job needs a name of its own.
    String section = "swarmha_" + name + "_" + clock.instant().toEpochMilli();
    open = Optional.of(section);
    print("section_start", section, title);
  }

  private void end() {
    open.ifPresent(section -> print("section_end", section, ""));
    open = Optional.empty();
  }

  private void print(String what, String section, String title) {
    long seconds = clock.instant().getEpochSecond();
    out.println(ERASE_LINE + what + ":" + seconds + ":" + section + "\r" + ERASE_LINE + title);
    out.flush();
  }
}
