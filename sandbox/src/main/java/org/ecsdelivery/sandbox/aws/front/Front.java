package org.ecsdelivery.sandbox.aws.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Handles every call that is not for a registered path: parses, logs, strikes faults, dispatches, answers. */
public final class Front implements HttpHandler {
    private final AwsAccount account;
    private final CallParser parser;
    private final Gate gate;
    private final Faults faults;
    private final CallLog calls;

    /** Looks at each call before its service answers it. */
    public interface Gate {
        /**
         * Lets the call pass, after having brought the world up to the call's instant.
         *
         * @throws AwsError when the call must not pass
         */
        void pass(AwsCall call, Protocol protocol);
    }

    /** Makes the front of the given services. */
    public Front(AwsAccount account, List<AwsService> services, Gate gate, Faults faults, CallLog calls) {
        this.account = account;
        this.parser = new CallParser(account, services);
        this.gate = gate;
        this.faults = faults;
        this.calls = calls;
    }

    /** Makes the throttling error in the words of the protocol. */
    public static AwsError rateExceeded(Protocol protocol) {
        return ErrorTexts.throttled(protocol);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String requestId = UUID.randomUUID().toString();
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        Optional<Answer> answer = answer(exchange, bytes, requestId);
        if (answer.isPresent()) {
            send(exchange, answer.get(), requestId);
        } else {
            exchange.close();
        }
    }

    private Optional<Answer> answer(HttpExchange exchange, byte[] bytes, String requestId) throws IOException {
        Optional<String> target = target(exchange);
        try {
            CallParser.Parsed parsed = parser.isRest(exchange.getRequestHeaders())
                    ? parser.rest(exchange, bytes, requestId)
                    : parser.parse(exchange.getRequestHeaders(), target, text(exchange, bytes), requestId);
            calls.add(parsed.call());
            return answer(parsed.service(), parsed.call());
        } catch (AwsError e) {
            return Optional.of(ErrorTexts.worded(target.isPresent() ? Protocol.JSON : Protocol.QUERY, e, requestId));
        }
    }

    private static String text(HttpExchange exchange, byte[] bytes) throws IOException {
        return Cbor.isSpokenIn(exchange) ? Cbor.json(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }

    private static Optional<String> target(HttpExchange exchange) {
        return Cbor.isSpokenIn(exchange)
                ? Cbor.target(exchange)
                : Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    }

    private Optional<Answer> answer(AwsService service, AwsCall call) {
        try {
            Optional<Fault> fault = faults.strike(call);
            return fault.isPresent() ? struck(fault.get(), service, call) : Optional.of(done(service, call));
        } catch (AwsError e) {
            return Optional.of(worded(service, call, e));
        } catch (RuntimeException e) {
            String message = "The stand-in itself failed in " + call.service() + " " + call.operation() + ": " + e;
            return Optional.of(worded(service, call, new AwsError("InternalFailure", 500, message)));
        }
    }

    private Answer done(AwsService service, AwsCall call) {
        gate.pass(call, service.protocol());
        return service.answer(call);
    }

    private Optional<Answer> struck(Fault fault, AwsService service, AwsCall call) {
        Protocol protocol = service.protocol();
        if (fault instanceof Fault.Dropped) {
            return Optional.empty();
        }
        if (fault instanceof Fault.Lost lost) {
            if (lost.carriedOut()) {
                done(service, call);
            }
            lost.reached().countDown();
            await(lost.gate());
            return Optional.empty();
        }
        if (fault instanceof Fault.Malformed) {
            Answer whole = done(service, call);
            String half = whole.body().substring(0, Math.max(1, whole.body().length() / 2));
            return Optional.of(new Answer(whole.status(), whole.contentType(), half));
        }
        if (fault instanceof Fault.Hanging hanging) {
            await(hanging.gate());
            return Optional.of(done(service, call));
        }
        return Optional.of(worded(service, call, error(fault, protocol, call)));
    }

    private AwsError error(Fault fault, Protocol protocol, AwsCall call) {
        if (fault instanceof Fault.Refused refused) {
            return refused.error();
        }
        if (fault instanceof Fault.Denied denied) {
            return ErrorTexts.denied(protocol, account, call, denied.resource());
        }
        return fault instanceof Fault.Expired ? ErrorTexts.expired(protocol) : ErrorTexts.throttled(protocol);
    }

    private static Answer worded(AwsService service, AwsCall call, AwsError error) {
        return service.worded(error, call.requestId());
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer, String requestId) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = Cbor.isSpokenIn(exchange) ? Cbor.document(exchange, answer) : answer.bytes();
        if (exchange.getRequestMethod().equals("HEAD")) {
            // -1: no body follows (HttpExchange.sendResponseHeaders)
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
