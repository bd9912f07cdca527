package org.ecsdelivery.sandbox.aws.cloudformation.template;

/** What is known of the resources of a stack when others refer to them. */
public interface Made {
    /** Nothing is created yet: resources stand as {@code <Id>} and {@code <Id.Attribute>}. */
    Made NOTHING = new Made() {
        @Override
        public Object reference(String id) {
            return "<" + id + ">";
        }

        @Override
        public Object attribute(String id, String name) {
            return "<" + id + "." + name + ">";
        }
    };

    /** Answers what {@code Ref} gives of a resource, most often its physical id. */
    Object reference(String id);

    /** Answers what {@code Fn::GetAtt} gives of a resource. */
    Object attribute(String id, String name);
}
