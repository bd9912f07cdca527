package org.ecsdelivery.sandbox.aws.front;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The script of faults: which calls go wrong, how, and how many times. */
public final class Faults {
    private static final String ANY = "*";
    private final List<Scripted> script = new CopyOnWriteArrayList<>();
    private final List<Fault.Hanging> hanging = new CopyOnWriteArrayList<>();

    private record Scripted(String service, String operation, Fault fault, AtomicLong left) {
        boolean strikes(AwsCall call) {
            return service.equals(call.service())
                    && (operation.equals(ANY) || operation.equals(call.operation()))
                    && left.getAndDecrement() > 0;
        }
    }

    /** Makes the next call to an operation go wrong; {@code *} stands for every operation of the service. */
    public void next(String service, String operation, Fault fault) {
        next(service, operation, 1, fault);
    }

    /** Makes the next calls to an operation go wrong, {@code times} in number. */
    public void next(String service, String operation, long times, Fault fault) {
        script.add(new Scripted(service, operation, fault, new AtomicLong(times)));
        if (fault instanceof Fault.Hanging gate) {
            hanging.add(gate);
        }
    }

    /** Makes every call to an operation go wrong until {@link #clear()}. */
    public void always(String service, String operation, Fault fault) {
        next(service, operation, Long.MAX_VALUE, fault);
    }

    /** Forgets the script and lets every hanging call go on. */
    public void clear() {
        script.clear();
        hanging.forEach(Fault.Hanging::release);
    }

    Optional<Fault> strike(AwsCall call) {
        return script.stream()
                .filter(scripted -> scripted.strikes(call))
                .findFirst()
                .map(Scripted::fault);
    }
}
