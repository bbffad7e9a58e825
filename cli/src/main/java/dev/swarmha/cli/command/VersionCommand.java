package dev.swarmha.cli.command;

import dev.swarmha.cli.output.Printable;
import dev.swarmha.engine.EngineException;
import dev.swarmha.engine.EngineInterruptedException;
import dev.swarmha.engine.docker.endpoint.EndpointException;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
    name = "version",
    description = "Show the versions of swarmha, of the Engine, and of the API they speak")
@Examples(
    """
    # Which versions are at work
    swarmha version

    # The same for a script
    swarmha version -o json
    """)
final class VersionCommand extends PrintingCommand {

  private Optional<RuntimeException> trouble = Optional.empty();

  @Override
  Optional<RuntimeException> trouble() {
    return trouble;
  }

  @Override
  Printable run(UseCases useCases) {
    try {
      return new VersionView(VersionText.number(), Optional.of(useCases.swarm().info()), "");
    } catch (EngineInterruptedException interrupted) {
      throw interrupted;
    } catch (EngineException | EndpointException away) {
      trouble = Optional.of(away);
      return new VersionView(
          VersionText.number(), Optional.empty(), String.valueOf(away.getMessage()));
    }
  }
}
