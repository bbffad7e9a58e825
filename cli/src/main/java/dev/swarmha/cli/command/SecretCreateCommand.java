package dev.swarmha.cli.command;

import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.store.StoredKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "create",
    description = "Create a secret from a file or standard input; its data is never shown again")
@Examples(
    """
    # From a file
    swarmha secret create db_password ./db_password.txt

    # A random one from standard input, with a label
    openssl rand -hex 32 | swarmha secret create db_password --label team=db
    """)
final class SecretCreateCommand extends OutcomeCommand {

  @Mixin private StoredMixin stored = new StoredMixin();

  @Override
  Outcome run(UseCases useCases) {
    return stored.create(StoredKind.SECRET, useCases);
  }
}
