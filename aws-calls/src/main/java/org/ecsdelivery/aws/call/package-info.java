/**
 * How AWS is called: Region, credentials, roles, addresses, proxy, time limits and what refusals mean. It needs the SDK's core only, so
 * that both halves of the plugin can carry it; {@link org.ecsdelivery.aws.call.AwsSession} is the door.
 *
 * <p>To call one more operation of a service, without its client: take {@link org.ecsdelivery.aws.call.AwsSession#json} or
 * {@link org.ecsdelivery.aws.call.AwsSession#query} and ask with an {@link org.ecsdelivery.aws.call.AwsOperation} whose action is the
 * IAM action; its second half is the operation's name. To call one more service: add a constant to
 * {@link org.ecsdelivery.aws.call.JsonApi} or {@link org.ecsdelivery.aws.call.QueryApi}, and its addresses to
 * {@code ServiceAddressTest}.
 */
@NullMarked
package org.ecsdelivery.aws.call;

import org.jspecify.annotations.NullMarked;
