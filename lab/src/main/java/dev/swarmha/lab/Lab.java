package dev.swarmha.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests on real Docker Engines. Each test gets them as a {@link LabSwarm} parameter, as
 * if they had just been raised; in fact they are raised once a run for all tests that want the same
 * shape. Needs Linux and root; {@code -Dlab.skip=true} leaves all of them out.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(LabExtension.class)
public @interface Lab {

  /** How many managers, {@code m1}, {@code m2} and so on. */
  int managers() default 1;

  /** How many workers, {@code w1}, {@code w2} and so on. */
  int workers() default 2;

  /** Whether the Engines are in no swarm; they are {@code n1}, {@code n2} and so on then. */
  boolean bare() default false;
}
