package dev.swarmha.lab.live;

import dev.swarmha.lab.InstalledDocker;
import java.util.List;
import java.util.Locale;

/** What deploys a stack. */
enum Tool {
  DOCKER,
  SWARMHA;

  /** The words that make it deploy, before files and name. */
  List<String> deploy(InstalledDocker docker) {
    return switch (this) {
      case DOCKER -> docker.stackDeploy();
      case SWARMHA ->
          List.of("deploy", "--rotate", "never", "--no-dotenv", "--detach", "--progress", "json");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
