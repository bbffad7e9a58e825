package dev.swarmha.cli.command;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.SwarmMembership.InitRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "init", description = "Make this Engine the first manager of a new swarm")
@Examples(
    """
    # Make the Engine of this machine a manager
    swarmha init

    # An Engine elsewhere, with the address at which the others reach it
    swarmha -H tcp://10.0.0.10:2375 init --advertise-addr 10.0.0.10
    """)
final class InitCommand extends OutcomeCommand {

  @Option(
      names = "--advertise-addr",
      paramLabel = "ADDRESS|INTERFACE[:PORT]",
      description =
          "What other Engines reach this one at. Default: the only address, if there is one")
  private @Nullable String advertiseAddress;

  @Option(
      names = "--listen-addr",
      paramLabel = "ADDRESS|INTERFACE[:PORT]",
      defaultValue = InitRequest.DEFAULT_LISTEN_ADDRESS,
      description = "What it listens on for other managers. Default: ${DEFAULT-VALUE}")
  private String listenAddress = InitRequest.DEFAULT_LISTEN_ADDRESS;

  @Option(
      names = "--data-path-addr",
      paramLabel = "ADDRESS|INTERFACE",
      description = "What traffic between tasks uses. Default: the advertised address")
  private @Nullable String dataPathAddress;

  @Option(
      names = "--default-addr-pool",
      paramLabel = "CIDR",
      split = ",",
      description =
          "Where overlay networks take their subnets from; repeatable. Default: 10.0.0.0/8")
  private List<String> addressPools = new ArrayList<>();

  @Option(
      names = "--autolock",
      description = "Ask for an unlock key whenever a manager restarts. Default: no")
  private boolean autolock;

  @Override
  Outcome run(UseCases useCases) {
    requireOneHost();
    InitRequest request =
        new InitRequest(
            Optional.ofNullable(advertiseAddress),
            listenAddress,
            Optional.ofNullable(dataPathAddress),
            addressPools,
            autolock);
    return useCases.cluster().initialize().run(request);
  }
}
