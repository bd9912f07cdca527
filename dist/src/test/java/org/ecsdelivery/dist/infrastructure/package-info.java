/** Tests of the CloudFormation templates: read, checked against a table of resource types, and evaluated as AWS would. */
@NullMarked
package org.ecsdelivery.dist.infrastructure;

import org.jspecify.annotations.NullMarked;
