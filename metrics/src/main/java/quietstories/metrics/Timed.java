package quietstories.metrics;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import quietstories.engine.TimeIt;

/** Makes views of objects whose methods marked with {@link TimeIt} leave a line in the log each. */
public final class Timed {

  private static final Logger LOG = LoggerFactory.getLogger("quietstories.Performance");
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private Timed() {}

  /**
   * Returns {@code target} seen through {@code type}. Each call of a marked method is logged with
   * {@code component} Performance, {@code function}, {@code duration_ms}, {@code duration_s} and
   * {@code status}, and {@code error} when it throws; what it throws comes out unchanged.
   *
   * @param type an interface
   * @param ticker nanoseconds of a monotonic clock
   */
  public static <T> T proxy(Class<T> type, T target, LongSupplier ticker) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              TimeIt mark = method.getAnnotation(TimeIt.class);
              return mark == null
                  ? call(method, target, arguments)
                  : timed(name(mark, method), method, target, arguments, ticker);
            }));
  }

  private static String name(TimeIt mark, Method method) {
    return mark.value().isEmpty()
        ? method.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT)
        : mark.value();
  }

  private static @Nullable Object timed(
      String name,
      Method method,
      Object target,
      @Nullable Object @Nullable [] arguments,
      LongSupplier ticker)
      throws Throwable {
    long start = ticker.getAsLong();
    String error = "";
    try {
      return call(method, target, arguments);
    } catch (Throwable e) {
      error = e.getClass().getSimpleName();
      throw e;
    } finally {
      log(name, ticker.getAsLong() - start, error);
    }
  }

  private static @Nullable Object call(
      Method method, Object target, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }

  private static void log(String function, long nanos, String error) {
    LoggingEventBuilder line =
        LOG.atInfo()
            .addKeyValue("component", "Performance")
            .addKeyValue("function", function)
            .addKeyValue("duration_ms", nanos / NANOS_PER_MILLI)
            .addKeyValue("duration_s", nanos / NANOS_PER_SECOND)
            .addKeyValue("status", error.isEmpty() ? "success" : "error");
    if (!error.isEmpty()) {
      line = line.addKeyValue("error", error);
    }
    line.log("[Performance] {}", function);
  }
}
