package org.ecsdelivery.sandbox.aws;

import java.util.List;
import org.ecsdelivery.sandbox.aws.elb.LoadBalancers;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.iam.IamService;
import org.ecsdelivery.sandbox.aws.iam.RoleBook;
import org.ecsdelivery.sandbox.aws.network.Ec2Network;
import org.ecsdelivery.sandbox.aws.network.Ec2Service;
import org.ecsdelivery.sandbox.aws.sns.SnsService;
import org.ecsdelivery.sandbox.aws.sns.Topics;

/**
 * What services stand in, which deployments never ask about.
 *
 * @param loadBalancers the load balancers, their listeners and rules
 * @param network the security groups and instances
 * @param topics the topics of SNS
 * @param roles the roles of IAM
 */
public record Surroundings(LoadBalancers loadBalancers, Ec2Network network, Topics topics, RoleBook roles) {
    static Surroundings of(AwsAccount account) {
        return new Surroundings(new LoadBalancers(account), new Ec2Network(), new Topics(), new RoleBook());
    }

    List<AwsService> services() {
        return List.of(new Ec2Service(network), new SnsService(topics), new IamService(roles));
    }
}
