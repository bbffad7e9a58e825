package dev.swarmha.lab.live;

import java.util.List;
import java.util.Locale;

/** What deploys a stack. */
enum Tool {
  DOCKER,
  SWARMHA;

  /** The words that make it deploy, before files and name. */
  List<String> deploy() {
    return switch (this) {
      case DOCKER -> List.of("stack", "deploy", "--detach=true");
      case SWARMHA ->
          List.of("deploy", "--rotate", "never", "--no-dotenv", "--detach", "--progress", "json");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
