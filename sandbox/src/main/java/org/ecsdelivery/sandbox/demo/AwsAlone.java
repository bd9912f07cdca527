package org.ecsdelivery.sandbox.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The demonstration's AWS account without TeamCity, for the {@code aws} command or anything else that speaks to AWS. */
public final class AwsAlone {
    private AwsAlone() {}

    /** Starts it, prints its address as the only line, and ends when the standard input does. */
    public static void main(String[] arguments) throws IOException {
        run(System.in, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(InputStream in, PrintStream out) throws IOException {
        try (DemoWorld world = DemoWorld.create(Breakage.NOTHING)) {
            out.println(world.endpoint());
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
