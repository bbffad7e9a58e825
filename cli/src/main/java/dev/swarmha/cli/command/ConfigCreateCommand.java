package dev.swarmha.cli.command;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.store.StoredKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "create", description = "Create a config from a file or standard input")
@Examples(
    """
    # From a file
    swarmha config create nginx_conf ./nginx.conf

    # From standard input, with a label
    envsubst < nginx.conf.in | swarmha config create nginx_conf --label team=web
    """)
final class ConfigCreateCommand extends OutcomeCommand {

  @Mixin private StoredMixin stored = new StoredMixin();

  @Override
  Outcome run(UseCases useCases) {
    return stored.create(StoredKind.CONFIG, useCases);
  }
}
