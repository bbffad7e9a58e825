package dev.swarmha.cli.command;

import dev.swarmha.cli.error.DiagnosticText;
import dev.swarmha.cli.error.WrongFileException;
import dev.swarmha.cli.provenance.ProvenanceReader;
import dev.swarmha.deploy.CheckHealth;
import dev.swarmha.deploy.DeployStack;
import dev.swarmha.deploy.ExplainStack;
import dev.swarmha.deploy.LoadStack;
import dev.swarmha.deploy.LoadStack.StackFiles;
import dev.swarmha.deploy.RemoveStack;
import dev.swarmha.deploy.RollBackStack;
import dev.swarmha.deploy.WaitForStack;
import dev.swarmha.deploy.World;
import dev.swarmha.deploy.cluster.InitializeSwarm;
import dev.swarmha.deploy.cluster.JoinSwarm;
import dev.swarmha.deploy.cluster.LeaveSwarm;
import dev.swarmha.deploy.cluster.ShowCluster;
import dev.swarmha.deploy.cluster.ShowToken;
import dev.swarmha.deploy.cluster.declared.ApplyCluster;
import dev.swarmha.deploy.cluster.declared.LoadCluster;
import dev.swarmha.deploy.cluster.declared.LoadCluster.LoadedCluster;
import dev.swarmha.deploy.cluster.declared.OpenMachines;
import dev.swarmha.deploy.diff.DiffStack;
import dev.swarmha.deploy.event.ProgressEvent;
import dev.swarmha.deploy.event.ProgressSink;
import dev.swarmha.deploy.explain.ExplainTrouble;
import dev.swarmha.deploy.export.ExportStack;
import dev.swarmha.deploy.image.ImageCredentials;
import dev.swarmha.deploy.logs.ReadLogs;
import dev.swarmha.deploy.node.ChangeNodes;
import dev.swarmha.deploy.node.DrainNode;
import dev.swarmha.deploy.node.InspectNode;
import dev.swarmha.deploy.node.LabelNode;
import dev.swarmha.deploy.node.ListNodes;
import dev.swarmha.deploy.node.RemoveNodes;
import dev.swarmha.deploy.operate.OperateServices;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.rebalance.RebalanceServices;
import dev.swarmha.deploy.revision.Provenance;
import dev.swarmha.deploy.saved.SavedPlan;
import dev.swarmha.deploy.store.CreateStored;
import dev.swarmha.deploy.store.InspectStored;
import dev.swarmha.deploy.store.ListStored;
import dev.swarmha.deploy.store.RemoveStored;
import dev.swarmha.deploy.view.ListRevisions;
import dev.swarmha.deploy.view.ListStacks;
import dev.swarmha.deploy.view.ShowStatus;
import dev.swarmha.deploy.view.ShowTasks;
import dev.swarmha.engine.EngineConnection;
import dev.swarmha.engine.RegistryCredentials;
import dev.swarmha.engine.SwarmEngine;
import dev.swarmha.engine.docker.credential.DockerCredentials;
import dev.swarmha.engine.docker.endpoint.EndpointOptions;
import dev.swarmha.engine.registry.AuthorizedConnection;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.model.Stack;
import org.jspecify.annotations.Nullable;

/**
 * The use cases, wired up when they are asked for. The Engine is not touched before one of them
 * needs it, so that what is wrong with a file is found without one.
 */
final class UseCases implements AutoCloseable {

  private final Surroundings surroundings;
  private final EndpointOptions endpoint;
  private final ProgressSink sink;
  private @Nullable EngineConnection connection;

  UseCases(Surroundings surroundings, EndpointOptions endpoint, ProgressSink sink) {
    this.surroundings = surroundings;
    this.endpoint = endpoint;
    this.sink = sink;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  InitializeSwarm initializeSwarm() {
    return new InitializeSwarm(engine());
  }

  JoinSwarm joinSwarm() {
    return new JoinSwarm(engine());
  }

  LeaveSwarm leaveSwarm() {
    return new LeaveSwarm(engine());
  }

  ShowToken showToken() {
    return new ShowToken(engine());
  }

  /**
   * A cluster as its file declares it, without a call to an Engine; warnings become notes.
   *
   * @throws WrongFileException when something is wrong with the file
   */
  LoadedCluster loadCluster(String file) {
    return valueOf(
        new LoadCluster(surroundings.environment(), surroundings.directory(), surroundings.input())
            .run(file));
  }

  ShowCluster showCluster() {
    return showCluster(engine());
  }

  ShowCluster showCluster(EngineConnection swarm) {
    return new ShowCluster(swarm);
  }

  ApplyCluster applyCluster(OpenMachines machines) {
    return new ApplyCluster(
        machines, surroundings.timeline(), sink, surroundings.engines().sideBySide());
  }

  LabelNode labelNode() {
    return new LabelNode(swarm(), surroundings.timeline(), sink);
  }

  ListNodes listNodes() {
    return new ListNodes(swarm());
  }

  InspectNode inspectNode() {
    return new InspectNode(swarm(), surroundings.timeline());
  }

  ChangeNodes changeNodes() {
    return new ChangeNodes(swarm(), surroundings.timeline(), sink);
  }

  DrainNode drainNode() {
    return new DrainNode(world());
  }

  RemoveNodes removeNodes() {
    return new RemoveNodes(engine(), surroundings.timeline(), sink);
  }

  InspectStored inspectStored() {
    return new InspectStored(swarm());
  }

  CreateStored createStored() {
    return new CreateStored(swarm());
  }

  ListStored listStored() {
    return new ListStored(swarm());
  }

  RemoveStored removeStored() {
    return new RemoveStored(swarm());
  }

  /**
   * A stack as its files want it, without a call to the Engine; warnings become notes.
   *
   * @throws WrongFileException when something is wrong with the files
   */
  DesiredStack load(String stack, StackFiles files) {
    return valueOf(loadStack().run(stack, files));
  }

  /**
   * A stack as its files describe it; warnings become notes.
   *
   * @throws WrongFileException when something is wrong with the files
   */
  Stack load(StackFiles files) {
    return valueOf(loadStack().model(files));
  }

  /**
   * How stack files are read, those included that are wrong.
   *
   * @throws WrongFileException when they cannot be opened
   */
  ExplainStack.Explanation explain(StackFiles files) {
    return valueOf(new ExplainStack(loadStack()).run(files));
  }

  private LoadStack loadStack() {
    return new LoadStack(
        surroundings.environment(), surroundings.directory(), surroundings.input());
  }

  private <T> T valueOf(Loaded<T> loaded) {
    T value = loaded.value().orElseThrow(() -> new WrongFileException(loaded.diagnostics()));
    DiagnosticText.lines(loaded.warnings()).forEach(this::note);
    return value;
  }

  /**
   * A plan that was saved before.
   *
   * @throws WrongFileException when the file holds none
   */
  SavedPlan savedPlan(String file) {
    return PlanFile.read(file, surroundings.path(file));
  }

  void note(String message) {
    sink.on(new ProgressEvent.Noted(message));
  }

  DeployStack deployStack() {
    return new DeployStack(world());
  }

  /**
   * The same, with what {@code docker login} has kept for the registries of a stack's images.
   *
   * @throws dev.swarmha.engine.CredentialsException when some of that cannot be read
   */
  DeployStack deployStackWithRegistryAuth(DesiredStack desired) {
    return new DeployStack(world(authorized(desired)));
  }

  private EngineConnection authorized(DesiredStack desired) {
    RegistryCredentials credentials = new DockerCredentials(surroundings.environment());
    new ImageCredentials(credentials).require(desired);
    return new AuthorizedConnection(engine(), credentials);
  }

  RollBackStack rollBackStack() {
    return new RollBackStack(world());
  }

  ListRevisions listRevisions() {
    return new ListRevisions(swarm());
  }

  /** Who asks for something to be done with these files, and from where. */
  Provenance provenance(StackFiles files) {
    return provenances().read(surroundings.directoryOf(files.stackFiles().get(0)));
  }

  /** Who asks for something, and from where. */
  Provenance provenance() {
    return provenances().read(surroundings.directory());
  }

  private ProvenanceReader provenances() {
    return new ProvenanceReader(surroundings.environment(), surroundings.operator());
  }

  WaitForStack waitForStack() {
    return new WaitForStack(world());
  }

  CheckHealth checkHealth() {
    return new CheckHealth(world());
  }

  RemoveStack removeStack() {
    return new RemoveStack(world());
  }

  OperateServices operateServices() {
    return new OperateServices(world());
  }

  RebalanceServices rebalanceServices() {
    return new RebalanceServices(world());
  }

  ListStacks listStacks() {
    return new ListStacks(swarm());
  }

  ShowTasks showTasks() {
    return new ShowTasks(swarm(), surroundings.timeline());
  }

  ShowStatus showStatus() {
    return new ShowStatus(swarm(), surroundings.timeline());
  }

  ExplainTrouble explainTrouble() {
    return new ExplainTrouble(engine(), surroundings.timeline());
  }

  ReadLogs readLogs() {
    return new ReadLogs(engine(), surroundings.timeline());
  }

  DiffStack diffStack() {
    return new DiffStack(world());
  }

  /**
   * The same, with what {@code docker login} has kept for the registries of a stack's images.
   *
   * @throws dev.swarmha.engine.CredentialsException when some of that cannot be read
   */
  DiffStack diffStackWithRegistryAuth(DesiredStack desired) {
    return new DiffStack(world(authorized(desired)));
  }

  ExportStack exportStack() {
    return new ExportStack(engine(), surroundings.timeline());
  }

  SwarmEngine swarm() {
    return engine().swarm();
  }

  private World world() {
    return world(engine());
  }

  private World world(EngineConnection open) {
    return new World(
        open, surroundings.prober(), surroundings.timeline(), sink, surroundings.operator());
  }

  private EngineConnection engine() {
    EngineConnection open = connection;
    if (open == null) {
      open = surroundings.engines().connect(endpoint);
      connection = open;
    }
    return open;
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
    }
  }
}
