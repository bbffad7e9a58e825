package dev.swarmha.cli.command;

import dev.swarmha.cli.provenance.ProvenanceReader;
import dev.swarmha.deploy.CheckHealth;
import dev.swarmha.deploy.DeployStack;
import dev.swarmha.deploy.LoadStack.StackFiles;
import dev.swarmha.deploy.RemoveStack;
import dev.swarmha.deploy.RollBackStack;
import dev.swarmha.deploy.WaitForStack;
import dev.swarmha.deploy.diff.DiffStack;
import dev.swarmha.deploy.export.ExportStack;
import dev.swarmha.deploy.image.ImageCredentials;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.revision.Provenance;
import dev.swarmha.deploy.view.ListRevisions;
import dev.swarmha.deploy.view.ListStacks;
import dev.swarmha.deploy.view.ShowStatus;
import dev.swarmha.engine.CredentialsException;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.RegistryCredentials;
import dev.swarmha.engine.docker.credential.DockerCredentials;
import dev.swarmha.engine.registry.AuthorizedConnection;

/** What is done with whole stacks. */
final class StackUseCases {

  private final LazyWorld world;

  StackUseCases(LazyWorld world) {
    this.world = world;
  }

  ListStacks list() {
    return new ListStacks(world.swarm());
  }

  ShowStatus showStatus() {
    return new ShowStatus(world.swarm(), world.timeline());
  }

  ListRevisions listRevisions() {
    return new ListRevisions(world.swarm());
  }

  DeployStack deploy() {
    return new DeployStack(world.world());
  }

  /**
   * The same, with what {@code docker login} has kept for the registries of a stack's images.
   *
   * @throws CredentialsException when some of that cannot be read
   */
  DeployStack deployWithRegistryAuth(DesiredStack desired) {
    return new DeployStack(world.world(authorized(desired)));
  }

  DiffStack diff() {
    return new DiffStack(world.world());
  }

  /**
   * The same, with what {@code docker login} has kept for the registries of a stack's images.
   *
   * @throws CredentialsException when some of that cannot be read
   */
  DiffStack diffWithRegistryAuth(DesiredStack desired) {
    return new DiffStack(world.world(authorized(desired)));
  }

  private EngineConnection authorized(DesiredStack desired) {
    RegistryCredentials credentials = new DockerCredentials(surroundings().environment());
    new ImageCredentials(credentials).require(desired);
    return new AuthorizedConnection(world.engine(), credentials);
  }

  RollBackStack rollBack() {
    return new RollBackStack(world.world());
  }

  WaitForStack waitFor() {
    return new WaitForStack(world.world());
  }

  CheckHealth checkHealth() {
    return new CheckHealth(world.world());
  }

  ExportStack export() {
    return new ExportStack(world.engine(), world.timeline());
  }

  RemoveStack remove() {
    return new RemoveStack(world.world());
  }

  /** Who asks for something to be done with these files, and from where. */
  Provenance provenance(StackFiles files) {
    return provenances().read(surroundings().directoryOf(files.stackFiles().get(0)));
  }

  /** Who asks for something, and from where. */
  Provenance provenance() {
    return provenances().read(surroundings().directory());
  }

  private ProvenanceReader provenances() {
    return new ProvenanceReader(surroundings().environment(), surroundings().operator());
  }

  private Surroundings surroundings() {
    return world.surroundings();
  }
}
