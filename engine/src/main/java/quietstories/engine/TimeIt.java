package quietstories.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an interface whose calls are to be timed wherever a timed view of the interface
 * is handed out. Changes nothing by itself.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TimeIt {

  /** The function's name in the log; empty for the method's own, in lower case with underscores. */
  String value() default "";
}
