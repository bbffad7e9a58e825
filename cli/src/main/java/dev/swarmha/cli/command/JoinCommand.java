package dev.swarmha.cli.command;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.Node.Availability;
import dev.swarmha.engine.SwarmMembership.InitRequest;
import dev.swarmha.engine.SwarmMembership.JoinRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "join",
    description = "Join this Engine to a swarm, as the role that the token grants")
@Examples(
    """
    # Get the token, then join another machine as a worker
    swarmha token worker -q
    swarmha -H tcp://10.0.0.20:2375 join --token SWMTKN-1-abc 10.0.0.10:2377

    # Join, but take no tasks yet
    swarmha -H ssh://ops@n4 join --token SWMTKN-1-abc --availability drain m1:2377
    """)
final class JoinCommand extends OutcomeCommand {

  @Option(
      names = "--token",
      required = true,
      paramLabel = "TOKEN",
      description = "What 'swarmha token worker' or 'swarmha token manager' prints")
  private String token = "";

  @Option(
      names = "--advertise-addr",
      paramLabel = "ADDRESS|INTERFACE[:PORT]",
      description =
          "What other Engines reach this one at. Default: the only address, if there is one")
  private @Nullable String advertiseAddress;

  @Option(
      names = "--availability",
      paramLabel = "active|pause|drain",
      description = "Whether the node may be given tasks. Default: active")
  private @Nullable Availability availability;

  @Parameters(
      paramLabel = "HOST:PORT",
      description = "A manager of the swarm, such as 10.0.0.10:2377")
  private String manager = "";

  @Override
  Outcome run(UseCases useCases) {
    requireOneHost();
    JoinRequest request =
        new JoinRequest(
            token,
            List.of(manager),
            Optional.ofNullable(advertiseAddress),
            InitRequest.DEFAULT_LISTEN_ADDRESS,
            Optional.ofNullable(availability));
    return useCases.cluster().join().run(request);
  }
}
