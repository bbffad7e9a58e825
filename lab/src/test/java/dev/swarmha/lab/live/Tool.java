package dev.swarmha.lab.live;

import java.util.List;
import java.util.Locale;

/** What deploys a stack. */
enum Tool {
  DOCKER("stack", "deploy", "--detach=true"),
  SWARMHA("deploy", "--rotate", "never", "--no-dotenv", "--detach", "--progress", "json");

  private final List<String> deploy;

  Tool(String... deploy) {
    this.deploy = List.of(deploy);
  }

  /** The words that make it deploy, before files and name. */
  List<String> deploy() {
    return deploy;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
