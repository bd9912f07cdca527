<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<jsp:useBean id="ecsDelivery" scope="request" type="org.ecsdelivery.server.deployment.DeploymentsPage"/>
<div id="ecsDelivery" class="ecsDelivery" data-build="${ecsDelivery.build}">
  <%@ include file="deployments.jspf" %>
</div>
