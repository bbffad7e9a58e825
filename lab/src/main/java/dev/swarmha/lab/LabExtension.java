package dev.swarmha.lab;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives clean Engines to each test of a {@link Lab} class. */
final class LabExtension implements ExecutionCondition, BeforeEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(LabExtension.class);

  /** Parameters of constructors are for one test, too. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Boolean.getBoolean("lab.skip")
        ? disabled("left out by -Dlab.skip=true")
        : enabled("tests on real Engines are wanted");
  }

  /** A test gets clean Engines even if it does not ask for them. */
  @Override
  public void beforeEach(ExtensionContext context) {
    useOfLab(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LabSwarm.class;
  }

  @Override
  public LabSwarm resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return useOfLab(context).swarm();
  }

  private static UseOfLab useOfLab(ExtensionContext context) {
    Machine.requireFitness();
    // Surefire runs the classes of a forked process one by one: each has a root of its own.
    Store ofProcess = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    LabRun run = ofProcess.getOrComputeIfAbsent(LabRun.class);
    Store ofTest = context.getStore(NAMESPACE);
    UseOfLab known = ofTest.get(UseOfLab.class, UseOfLab.class);
    if (known != null) {
      return known;
    }
    UseOfLab use = UseOfLab.begin(run, context);
    ofTest.put(UseOfLab.class, use);
    use.clean();
    return use;
  }
}
